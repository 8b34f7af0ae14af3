"""A paper for the council (Beschlussdrucksache) for Word, from a template that people can edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wirctl.press.extras import needs
from wirctl.render.registry import writer
from wirctl.resources import folder

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.registry import Files, Options

# What a template may ask for as `words.…`: its own name, and that of the text.
WORDS = {
    "agenda_item": "decision_agenda_item",
    "amount": "amount",
    "annex_count": "decision_annex_count",
    "annexes": "decision_annexes",
    "blank": "decision_blank",
    "body": "body",
    "climate": "decision_climate",
    "climate_choices": "decision_climate_choices",
    "consultations": "decision_consultations",
    "costs": "decision_costs",
    "costs_by_year": "decision_costs_by_year",
    "date": "date",
    "gender": "decision_gender",
    "id": "decision_id",
    "items": "decision_items",
    "keep": "decision_keep",
    "kind": "decision_cost_kind",
    "lead": "decision_lead",
    "measure": "measure",
    "motion": "decision_motion",
    "motion_on_items": "decision_motion_items",
    "motion_on_plan": "decision_motion_plan",
    "number": "decision_number",
    "once": "decision_once",
    "path": "decision_path",
    "place": "decision_place",
    "reasons": "decision_reasons",
    "result": "result",
    "state": "decision_state",
    "statements": "decision_statements",
    "task": "decision_task",
    "thing": "decision_thing",
    "unit": "decision_unit",
    "waiting": "decision_waiting",
    "year": "decision_year",
    "yearly": "decision_yearly",
}


@writer(
    "decision-paper",
    de="Eine Beschlussdrucksache für Word",
    en="a paper for the council, for Word",
    is_whole=False,
    alone=True,
)
def decision_paper(site: Site, options: Options) -> Files:
    """The paper that has the whole plan decided, or one element; a paper of the plan itself.

    Raises:
        MissingExtraError: what fills templates of Word is not installed.
        NoSuchElementError: the plan has no element of that id.
        WordTemplateError: the template cannot be used.
    """
    needs("office", "docx", "docxtpl")
    from wirctl.render.decision.knowledge import paper
    from wirctl.render.decision.template import filled, template_in
    from wirctl.render.localize import in_language
    from wirctl.render.pages.paths import file_name

    labels = options.labels
    made = paper(in_language(site, labels.language), labels, options.only)
    words = {name: labels.text(text) for name, text in WORDS.items()}
    template = template_in((*options.templates, folder("templates")))
    data = filled(template, made, words, labels.language, site.version.time)
    name = f"-{file_name(options.only)}" if options.only else ""
    return {f"decision-paper{name}.docx": data}
