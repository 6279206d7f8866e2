"""The timeline's tab: the band above the chronology, its drawing, its lanes as a table, paper."""
