"""How our templates are compiled to Python: Jinja's own code generator, with less work for each value and each call.

What a template prints and what it means stay as Jinja defines them; only the way there is shorter, since a site of
3,000 pages prints a million values. Knows no page and no language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context


class TemplateCode(CodeGenerator):
    """Compiles ~ into a join that knows the language; Jinja's own escapes for HTML whatever the language is."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.join_marked((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call a function or macro at once: no function of ours asks for the context."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(*()")
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Print what is marked as it stands, without a call; all else is escaped by `finalize`, and not once more.

        Most values are marked already, and a call for each of them costs.
        """
        self.write("(printed if type(printed := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(") is Markup else environment.finalize(context, printed))")


class SharedTemplate(Template):
    """A template whose macros are made once: none of ours depends on what a page is given."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Give the macros. Jinja compares the names of all globals first, at each import."""
        return super()._get_default_module()


class TemplateEnvironment(Environment):
    """An environment that looks a name up in a dictionary before it looks for a method of dictionaries."""

    code_generator_class = TemplateCode
    template_class = SharedTemplate
    join_marked: Callable[[Iterable[object]], str]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read `row.text`. Jinja asks for the attribute first, and each miss on a dictionary costs an exception."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)
