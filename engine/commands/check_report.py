"""The report of `sotto check`: a page for people, JSON and CSV for programs. It holds the text of the cues it names."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from engine.commands.screen import clock
from engine.paths import shown
from engine.subtitles.checks import RULES, Problem, rule
from engine.subtitles.document import Cue, Document
from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Profile

_COUNTING = {
    "all": "every character that shows counts, spaces and punctuation too",
    "letters": "spaces and punctuation don't count",
}
_COLUMNS = ("cue", "start_ms", "end_ms", "level", "rule", "measured", "limit", "unit", "why", "source", "text")
# A table program takes a cell that begins so for a formula, and would run what a stranger wrote into a subtitle.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2530; --quiet: #566070; --line: #d5dae1; --page: #fbfbf9; --mark: #a3341f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ee; --quiet: #a5aebb; --line: #3a424e; --page: #15191f; --mark: #ff9a85 }
}
body { background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; margin: 2.5rem auto;
  max-width: 66rem; padding: 0 1.25rem }
h1 { font-size: 1.5rem; font-weight: 600; margin-bottom: .25rem; overflow-wrap: anywhere }
h2 { font-size: 1.1rem; font-weight: 600; margin-top: 2.25rem }
p { margin: .25rem 0 .75rem; max-width: 46rem }
.quiet, caption, small { color: var(--quiet) }
.problem { color: var(--mark); font-weight: 600 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
caption { padding-bottom: .5rem; text-align: start }
th, td { border-bottom: 1px solid var(--line); padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top }
thead th { border-bottom-width: 2px }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap }
td.text { white-space: pre-wrap; overflow-wrap: anywhere; min-width: 12rem }
:focus-visible { outline: 3px solid currentColor }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } }
"""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report tells of."""

    file: Path
    document: Document
    problems: Sequence[Problem]
    profile: Profile

    @property
    def rules(self) -> Profile:
        """The profile as it is for the document's language."""
        return self.profile.for_language(self.document.language)


def compose_report(report: Report, suffix: str) -> str:
    """Compose a report as ".html", ".json" or ".csv"."""
    return {".html": _html, ".json": _json, ".csv": _csv}[suffix.lower()](report)


def measured(problem: Problem) -> str:
    """Say what was measured and what the limit is, "" where there is nothing to measure."""
    broken = rule(problem.rule)
    if not broken.unit or not broken.limit:
        return f", by {_number(problem.measured)} {broken.unit}" if broken.unit else ""
    side = "at least" if broken.at_least else "at most"
    return f", {_number(problem.measured)} {broken.unit}, {side} {_number(problem.limit)}"


def _number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")


def _rows(report: Report) -> Iterator[dict[str, str | int | float]]:
    places = {cue.id: (number, cue) for number, cue in enumerate(report.document.cues, 1)}
    rules = report.rules
    for problem in report.problems:
        number, cue = places[problem.cue]
        broken = rule(problem.rule)
        source = broken.limit_in(rules).source
        values = (number, cue.start, cue.end, problem.level, problem.rule, round(problem.measured, 2), problem.limit)
        yield dict(zip(_COLUMNS, (*values, broken.unit, problem.why, source, plain_text(cue.text)), strict=True))


def _json(report: Report) -> str:
    content = {
        "file": shown(report.file),
        "profile": report.profile.name,
        "counting": report.profile.counting,
        "cues": len(report.document.cues),
        "problems": list(_rows(report)),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _csv(report: Report) -> str:
    table = io.StringIO()
    writer = csv.DictWriter(table, _COLUMNS)
    writer.writeheader()
    for row in _rows(report):
        text = str(row["text"])
        writer.writerow(row | {"text": f"'{text}" if text.startswith(_FORMULA) else text})
    return table.getvalue()


def _html(report: Report) -> str:
    document, problems, profile = report.document, report.problems, report.rules
    name, title = escape(shown(report.file)), escape(profile.title)
    count = sum(problem.level == "problem" for problem in problems)
    outcome = f"{count:,} to mend" if count else "Nothing to mend"
    language = escape(document.language)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{outcome}: {name}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>{name}</h1>
<p>{outcome} in {len(document.cues):,} cues, by the rules of <strong>{title}</strong>.
Recommendations beside that: {len(problems) - count:,}.</p>
<p class="quiet">Characters: {_COUNTING[profile.counting]}; line ends, markup and marks on letters never count.</p>
{_summary(problems, profile)}
{_details(document, problems, language)}
</main>
</body>
</html>
"""


def _summary(problems: Sequence[Problem], profile: Profile) -> str:
    counts = Counter((problem.rule, problem.level, problem.limit) for problem in problems)
    order = {each.name: place for place, each in enumerate(RULES)}
    rows = "".join(
        f'<tr><th scope="row">{escape(rule(name).title)}</th><td>{_level(level)}</td>'
        f'<td class="number">{count:,}</td><td>{_limit(name, limit)}</td>'
        f"<td>{escape(rule(name).why)}<br><small>{escape(rule(name).limit_in(profile).source)}</small></td></tr>\n"
        for (name, level, limit), count in sorted(counts.items(), key=lambda each: order[each[0][0]])
    )
    if not rows:
        return ""
    return f"""<h2 id="rules">By rule</h2>
<div class="scroll" role="region" aria-labelledby="rules" tabindex="0">
<table>
<caption>What was found, and why it matters</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Weight</th><th scope="col">Cues</th><th scope="col">Limit</th>
<th scope="col">Why, and whose rule it is</th></tr></thead>
<tbody>
{rows}</tbody>
</table>
</div>"""


def _level(level: str) -> str:
    return '<span class="problem">Problem</span>' if level == "problem" else "Advice"


def _limit(name: str, limit: float) -> str:
    broken = rule(name)
    if not broken.unit or not broken.limit:
        return ""
    return f"{'at least' if broken.at_least else 'at most'} {_number(limit)} {broken.unit}"


def _details(document: Document, problems: Sequence[Problem], language: str) -> str:
    places = {cue.id: (number, cue) for number, cue in enumerate(document.cues, 1)}
    rows = "".join(_row(problem, *places[problem.cue], language) for problem in problems)
    if not rows:
        return ""
    return f"""<h2 id="cues">By cue</h2>
<div class="scroll" role="region" aria-labelledby="cues" tabindex="0">
<table>
<caption>Cues in the order of the file</caption>
<thead><tr><th scope="col">Cue</th><th scope="col">Begins</th><th scope="col">Weight</th><th scope="col">What</th>
<th scope="col">Text</th></tr></thead>
<tbody>
{rows}</tbody>
</table>
</div>"""


def _row(problem: Problem, number: int, cue: Cue, language: str) -> str:
    begins = f"{'-' if cue.start < 0 else ''}{clock(abs(cue.start))}"
    what = escape(f"{rule(problem.rule).title}{measured(problem)}")
    text = escape(plain_text(cue.text))
    return (
        f'<tr><th scope="row">{number}</th><td class="number">{begins}</td><td>{_level(problem.level)}</td>'
        f'<td>{what}</td><td class="text" lang="{language}" dir="auto">{text}</td></tr>\n'
    )
