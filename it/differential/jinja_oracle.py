"""Says what Jinja itself makes of templates.

Reads one JSON object per line, {"template": "..."}, and answers each with one:

  {"refused": "why", "line": 3}      Jinja raises a syntax error; the line may be null
  {"undeclared": [...], "compared": [...], "uses": [...], "unknown": [...]}    (two tags that extend: only "undeclared")
  {"broken": "why"}                      Jinja itself fails otherwise, so that there is nothing to compare

"undeclared" is what jinja2.meta.find_undeclared_variables returns. "compared" are those of them that the template nowhere
sets (for the others it depends on where they stand), and "uses" the places of these: [line, dotted name, null or
[positional, named, spread]]. "unknown" are the filters and tests that this environment does not have, which are not refused here, since a site
may add some.
"""

import json
import sys

import jinja2
from jinja2 import meta, nodes, pass_context
from jinja2.sandbox import SandboxedEnvironment

COMPUTED = {"computed": True}


@pass_context
def any_filter(context, *arguments, **named):
    """Stands for the filters of some site. Since it takes the context, Jinja does not fold it into a constant."""


class Tolerant(dict):
    def get(self, name, default=None):
        return super().get(name, any_filter)


def superset_environment():
    environment = SandboxedEnvironment(undefined=jinja2.DebugUndefined)
    environment.filters["where_in"] = any_filter
    environment.filters["to_datetime"] = any_filter
    return environment


PLAIN = SandboxedEnvironment()
TOLERANT = superset_environment()
TOLERANT.filters = Tolerant(TOLERANT.filters)
TOLERANT.tests = Tolerant(TOLERANT.tests)


def literal(node):
    """A literal as JSON; numbers by their value, so that the way they are written does not matter."""
    if isinstance(node, nodes.Const):
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            return {"number": repr(node.value)}
        return node.value
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const):
        number = literal(node.node)
        return {"number": "-" + number["number"]} if isinstance(number, dict) else COMPUTED
    if isinstance(node, (nodes.List, nodes.Tuple)):
        items = [literal(item) for item in node.items]
        return COMPUTED if COMPUTED in items else items
    return COMPUTED


def defined_names(tree):
    """Every name that gets a meaning anywhere in the template."""
    defined = {"loop", "caller", "varargs", "kwargs", "self", "super"}
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Name) and node.ctx != "load":
            defined.add(node.name)
        elif isinstance(node, nodes.Macro):
            defined.add(node.name)
        elif isinstance(node, nodes.Import):
            defined.add(node.target)
        elif isinstance(node, nodes.FromImport):
            defined.update(name if isinstance(name, str) else name[1] for name in node.names)
    return defined


class Uses:
    """Finds the uses of names, each with the attributes and the call right behind it."""

    def __init__(self, wanted):
        self.wanted = wanted
        self.found = []

    def visit(self, node):
        reference = self.reference(node)
        if reference is None:
            for child in node.iter_child_nodes():
                self.visit(child)
        else:
            self.use(*reference)

    def reference(self, node):
        call = None
        if isinstance(node, nodes.Call):
            call, node = node, node.node
        path = []
        while True:
            if isinstance(node, nodes.Getattr):
                path.insert(0, node.attr)
                node = node.node
            elif isinstance(node, nodes.Getitem) and self.is_text(node.arg):
                path.insert(0, node.arg.value)
                node = node.node
            elif isinstance(node, nodes.Name):
                return node, path, call
            elif isinstance(node, nodes.NSRef):
                return node, [node.attr], None
            else:
                return None

    @staticmethod
    def is_text(node):
        return isinstance(node, nodes.Const) and isinstance(node.value, str)

    def use(self, name, path, call):
        arguments = None
        if call is not None:
            positional = [literal(each) for each in call.args]
            named = {each.key: literal(each.value) for each in call.kwargs}
            spread = call.dyn_args is not None or call.dyn_kwargs is not None
            arguments = [positional, named, spread]
            for child in call.iter_child_nodes(exclude=("node",)):
                self.visit(child)
        if name.name in self.wanted and (isinstance(name, nodes.NSRef) or name.ctx == "load"):
            self.found.append([name.lineno, ".".join([name.name, *path]), arguments])


def unknown(tree):
    """The filters and tests that Jinja alone does not have."""
    kinds = ((nodes.Filter, PLAIN.filters, "filter "), (nodes.Test, PLAIN.tests, "test "))
    return sorted(
        {kind + node.name for type_, known, kind in kinds for node in tree.find_all(type_) if node.name not in known}
    )


def verdict(template):
    try:
        tree = TOLERANT.parse(template)
        defined = defined_names(tree)
        strangers = unknown(tree)
        twice_extended = len(list(tree.find_all(nodes.Extends))) > 1
        undeclared = meta.find_undeclared_variables(TOLERANT.parse(template))
    except jinja2.TemplateSyntaxError as error:
        return {"refused": str(error.message), "line": error.lineno}
    except AssertionError as error:
        # Jinja's compiler fails over a name that it has not seen; no template that is compiled gets there.
        return {"refused": "assertion: " + str(error), "line": None}
    compared = undeclared - defined
    uses = Uses(compared)
    uses.visit(tree)
    if twice_extended:
        # Nothing behind the second tag is compiled, so that the tree has more than counts.
        return {"undeclared": sorted(undeclared)}
    return {"undeclared": sorted(undeclared), "compared": sorted(compared), "uses": uses.found, "unknown": strangers}


def main():
    print(json.dumps({"jinja": jinja2.__version__}), flush=True)
    for line in sys.stdin:
        try:
            answer = verdict(json.loads(line)["template"])
        except Exception as error:  # pylint: disable=broad-except
            answer = {"broken": type(error).__name__ + ": " + str(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
