# checked_by: Amélie Laurent, November 2026
search = Rechercher
