"""Words of German (and some English) that decide whether a point ends a sentence."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEVER_LAST = _set(
    """
    abzgl allg approx bes betr bez bspw bzgl bzw ca cf Dipl Dr ehem einschl Einw entspr evtl exkl Fr
    geb gegr gem ges gest gez ggf ggü Hr Hrn Hrsg hrsg Ing inkl insb insbes jährl jew kath ev lfd
    Ltd lt max med min mind mittl monatl Mr Mrs Ms mtl Nr Nrn nr öff örtl phil Prof rd rer resp sog
    soz staatl städt stellv St techn Tel tägl u Univ urspr Verf vgl viz vorl vs wg wöchentl z zit
    Ziff zz zzgl zzt zus
    """
)
"""After these the sentence goes on, whatever follows."""

SELDOM_LAST = _set(
    """
    Abb Abs Abschn Abt Anh Anl Anm Apr Aug Aufl Az Bd Beschl Bf Bhf Buchst Cie Co Dez Drs Ds Ehrw f
    Feb ff Fig Fn Forts Hbf Hj Inc Jan Jg Jh Jhd Jr Jul Jun Kap Kfz Kl Kto Lit lit Min Mio Mon
    Mrd Mrz No Nov Okt Pkt Pl Pos Rdnr Ref Reg Rn Sek Sep Sept Sg Sr Std Stk Str Tsd VO Vol Wo
    """
)
"""After these a sentence ends only where the next word is one that begins sentences."""

OFTEN_LAST = frozenset({"etc", "usf", "usw", "uvm", "uva"})
"""After these a sentence ends where a capital follows."""

LAST_BUT_BEFORE_FIGURES = frozenset({"Art", "Di", "Do", "Mi", "Mo", "Sa", "So", "Tab", "Mär"})
"""Words of their own, and abbreviations where a number follows: `dieser Art.`, `Art. 3`."""

NEVER_LAST_LETTERS = frozenset(
    {"z.b", "d.h", "i.e", "e.g", "i.s.v", "i.s.d", "i.v.m", "z.t", "m.a.w"}
)
"""The same for abbreviations of single letters, written small without spaces."""

COUNTED = _set(
    """
    § §§ Abbildung Abs. Absatz Abschnitt Anlage Art. Artikel Frage Gruppe Kap. Kapitel Klasse
    Leitlinie Maßnahme Nr. Nummer Phase Punkt Punkte S. Satz Schritt Seite Stufe Tabelle Variante
    Version Zeile Ziel Ziff. Ziffer Ziffern
    """
)
"""A number after one of these is a cardinal: the point behind it is no ordinal's."""

BEGINNERS = _set(
    """
    Aber Abschließend Alle Allen Aller Alles Allerdings Als Also Am An Andere Anders Anschließend
    Auch Auf Aufgrund Aus Außerdem Bei Beide Beim Bereits Bis Bisher Da Dabei Dadurch Dafür Dagegen
    Daher Damit Danach Daneben Dann Daran Darauf Daraus Darin Darüber Darum Darunter Das Dass Davon
    Dazu Dem Den Denen Denn Dennoch Der Deren Derzeit Des Deshalb Dessen Die Dies Diese Diesem
    Diesen Dieser Dieses Doch Dort Durch Ein Eine Einem Einen Einer Eines Einige Entsprechend Er
    Erst Erstmals Es Etwa Etwas Falls Ferner Für Gegen Gegenüber Gemäß Gibt Hat Haben Heute Hier
    Hierbei Hierfür Hiermit Hierzu Hinzu Ich Ihm Ihnen Ihr Ihre Ihrem Ihren Ihrer Im In Infolge
    Innerhalb Insbesondere Insgesamt Ist Ja Je Jede Jedem Jeden Jeder Jedes Jedoch Jetzt Kann
    Können Kein Keine Keinem Keinen Keiner Künftig Laut Man Manche Mehr Mehrere Mit Mithilfe Muss
    Müssen Nach Nachdem Neben Nein Nicht Noch Nun Nur Ob Obwohl Oder Oft Ohne Pro Schließlich
    Schon Sehr Seit Seitdem Seine Seinen Seiner Sie Sind So Sobald Sofern Sogar Soll Sollen Sollte
    Sollten Somit Sonst Soweit Sowie Sowohl Statt Trotz Trotzdem Über Überdies Um Umgekehrt Und
    Unsere Unter Viele Vielen Vielmehr Vom Von Vor Vorher Während Wann War Waren Warum Was Weder
    Wegen Weil Weiter Weitere Weiterhin Welche Welcher Welches Wenn Wer Werden Wie Wieder Wir Wird
    Wo Wobei Wofür Wurde Wurden Zu Zudem Zugleich Zuletzt Zum Zunächst Zur Zusätzlich Zwar Zwischen
    A All An And As At But By For From He His How If In It Its No Not On Our She The Their There
    These They This Those To We What When Where Which Who With You
    """
)
"""Words that, written with a capital, stand at the beginning of a sentence."""
