"""The labelling configuration: what a project in Label Studio shows to people who correct events."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from eventcode.codebook import Codebook
from eventcode.labelstudio.values import KINDS
from eventcode.model import STATUSES

TRIGGER, ALSO = "trigger", "also"
LABELS = (TRIGGER, ALSO, *KINDS)
# Colours that stay apart for the colour-blind (Okabe and Ito 2008); the labels' names are shown as well.
_COLOURS = ("#D55E00", "#F0E442", "#0072B2", "#CC79A7", "#009E73", "#E69F00", "#56B4E9", "#999999")
_HELP = (
    "Mark the word that reports an event as trigger and choose type and status. Mark who acts, who suffers, where, when, how many and who "
    "says so, write its value beside it, and draw a relation from the trigger to it. What no word says is a line on the trigger, such as: "
    "actor RUSMIL"
)


def labelling_config(codebook: Codebook) -> str:
    """The configuration as XML, with the event types of a codebook."""
    labels = "\n".join(
        f'    <Label value="{label}" background="{colour}" hotkey="{key}"/>'
        for key, (label, colour) in enumerate(zip(LABELS, _COLOURS, strict=True), 1)
    )
    types = "\n".join(
        f"      <Choice value={quoteattr(name)} hint={quoteattr(kind.label.get('en', name))}/>"
        for name, kind in codebook.types.items()
    )
    statuses = "\n".join(f'      <Choice value="{status}"/>' for status in STATUSES)
    shown = 'toName="text" perRegion="true" visibleWhen="region-selected"'
    on_trigger = f'{shown} whenTagName="label" whenLabelValue="{TRIGGER}"'
    relations = "\n".join(f'    <Relation value="{kind}"/>' for kind in (*KINDS, ALSO))
    return f"""<View>
  <Header value={quoteattr(_HELP)} size="6"/>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <View style="direction: rtl; text-align: right; font-size: 1.3em; line-height: 2">
    <Text name="text" value="$text"/>
  </View>
  <Choices name="type" {on_trigger} choice="single" layout="select">
{types}
  </Choices>
  <Choices name="status" {on_trigger} choice="single" showInline="true">
{statuses}
  </Choices>
  <TextArea name="value" {shown} editable="true" maxSubmissions="30" rows="1" placeholder="RUSMIL, place C4058, killed 3 ..."/>
  <Relations>
{relations}
  </Relations>
</View>
"""
