"""`reihum jobs <verb>`: what belongs to the job search."""

from argparse import ArgumentParser, Namespace

from reihum.site.commands import jobs_portals, jobs_sources

# The name of each verb: the module with `add_arguments` and `run`, and what it does.
VERBS = {
    "sources": (jobs_sources, "welche Portale gefragt werden, und wie es ihnen geht"),
    "demo-portals": (jobs_portals, "Portale auf diesem Rechner, alles erfunden"),
}


def add_arguments(parser: ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True, metavar="Befehl")
    for name, (module, help_) in VERBS.items():
        module.add_arguments(verbs.add_parser(name, help=help_, description=help_))


def run(options: Namespace) -> int:
    """Run one verb; return 0 if it went well."""
    module, _ = VERBS[options.what]
    return int(module.run(options))
