"""Two versions between which ten things happened, and one file was only written otherwise."""

from __future__ import annotations

FIELDS = (
    "# fields/HF-BIL.yaml\n{id: HF-BIL, order: 1, title: Bildung}\n"
    "# fields/HF-SOZ.yaml\n{id: HF-SOZ, order: 2, title: Soziales}\n"
)
LONG = (
    "Die Stadt richtet in jedem Stadtbezirk eine Anlaufstelle ein. Dort beraten Lotsinnen und "
    "Lotsen in mehreren Sprachen. {third} Die Beratung ist kostenlos. {fifth} Einmal im Jahr "
    "berichtet die Verwaltung dem Ausschuss."
)
OLD = (
    FIELDS
    + """\
# measures/M-BIL-01.yaml
id: M-BIL-01
title: Lesepatenschaften
field: HF-BIL
objective: Kinder lesen gern.
# measures/M-BIL-02.yaml
id: M-BIL-02
title: Beratung und Begleitung
field: HF-BIL
# measures/M-BIL-03.yaml
id: M-BIL-03
title: Berichte
field: HF-BIL
implementation:
  - {date: 2021-01, status: preparing}
  - {date: 2022-01, status: running}
# measures/M-BIL-04.yaml
id: M-BIL-04
title: Stellenbesetzung
field: HF-BIL
objective: Bis Ende 2025 haben 25 Prozent der Beschäftigten eine internationale Geschichte.
# measures/M-SOZ-01.yaml
id: M-SOZ-01
title: Anlaufstellen
field: HF-SOZ
description: >-
  """
    + LONG.format(
        third="Termine gibt es nur nach Anmeldung.",
        fifth="Die Räume stellt die Stadt.",
    )
    + """
# measures/M-SOZ-02.yaml
id: M-SOZ-02
title: Sprachkurse
field: HF-SOZ
costs:
  - {year: 2023, kind: yearly, amount_eur: 250000}
# measures/M-SOZ-03.yaml
id: M-SOZ-03
title: Tiny-Houses
field: HF-SOZ
objective: Junge Menschen wohnen bezahlbar.
# measures/M-SOZ-04.yaml
id: M-SOZ-04
title: Integreat
field: HF-SOZ
lead_unit: Fachbereich Soziales
# measures/M-SOZ-05.yaml
id: M-SOZ-05
title: Rahmen
field: HF-SOZ
objective: Alles bleibt, wie es ist.
"""
)
NEW = (
    FIELDS
    + """\
# measures/M-BIL-01.yaml
id: M-BIL-01
withdrawn: {round: LG-2021-11-08, reason: Geht im Handlungsfeld Soziales weiter., to: [M-SOZ-06]}
# measures/M-SOZ-06.yaml
id: M-SOZ-06
title: Lesepatenschaften
field: HF-SOZ
objective: Kinder lesen gern.
lineage:
  - {kind: moved, from: [M-BIL-01], round: LG-2021-11-08}
# measures/M-BIL-02.yaml
id: M-BIL-02
withdrawn: {round: LG-2021-11-08, reason: Geteilt., to: [M-BIL-05, M-BIL-06]}
# measures/M-BIL-05.yaml
id: M-BIL-05
title: Beratung
field: HF-BIL
lineage:
  - {kind: split, from: [M-BIL-02], round: LG-2021-11-08}
# measures/M-BIL-06.yaml
id: M-BIL-06
title: Begleitung
field: HF-BIL
lineage:
  - {kind: split, from: [M-BIL-02], round: LG-2021-11-08}
# measures/M-BIL-03.yaml
id: M-BIL-03
title: Berichte
field: HF-BIL
implementation:
  - {date: 2022-01, status: running}
  - {date: 2021-01, status: preparing}
# measures/M-BIL-04.yaml
id: M-BIL-04
title: Stellenbesetzung
field: HF-BIL
objective: Bis Ende 2026 haben 30 Prozent der Beschäftigten eine internationale Geschichte.
# measures/M-SOZ-01.yaml
id: M-SOZ-01
title: Anlaufstellen
field: HF-SOZ
description: |-
  """
    + LONG.format(
        third="Eine Anmeldung ist möglich, aber nicht nötig.",
        fifth="Die Räume stellen die freien Träger.",
    ).replace(". ", ".\n  ")
    + """
# measures/M-SOZ-02.yaml
id: M-SOZ-02
title: Sprachkurse
field: HF-SOZ
costs:
  - {year: 2023, kind: yearly, amount_eur: 300000}
# measures/M-SOZ-03.yaml
id: M-SOZ-03
withdrawn: {round: LG-2021-11-22, reason: Ohne Mehrheit.}
# measures/M-SOZ-04.yaml
id: M-SOZ-04
title: Integreat
field: HF-SOZ
lead_unit: Fachbereich Gesellschaftliche Teilhabe
# measures/M-SOZ-05.yaml
# Nur anders geschrieben.
title: "Rahmen"
id: M-SOZ-05
objective: >-
  Alles bleibt,
  wie es ist.
field: "HF-SOZ"
# measures/M-SOZ-07.yaml
id: M-SOZ-07
title: Nachbarschaftsfest
field: HF-SOZ
"""
)
