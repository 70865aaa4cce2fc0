# checked_by:
# Słowa, które motyw dodaje do strony, po polsku.

## Every page
skip_to_content = Przejdź do treści
nav_main = Menu główne
nav_footer = O tej stronie internetowej
breadcrumbs = Gdzie jesteś
search = Szukaj
search_label = Szukaj w tym serwisie
notice = Ważne:
staging = To jest wersja testowa. Nie należy polegać na podanych tu informacjach.
draft = To jest wersja robocza. Nie została opublikowana.
contents = Na tej stronie
formats = Ta strona w innych formatach i językach
ask_format = Poproś o tę stronę w innym formacie
ask_format_help = Powiedz nam, o którą stronę chodzi i jakiego formatu potrzebujesz. Możemy przysłać tekst łatwy do czytania (Easy Read), duży druk, nagranie lub inny język. Możemy też przeczytać stronę na głos albo spotkać się z tłumaczem brytyjskiego języka migowego (BSL).
machine_translation = Tę stronę przetłumaczył komputer. Nikt nie sprawdził tłumaczenia. Zapytaj nas, zanim na nim polegasz.
fallback = Nikt jeszcze nie przetłumaczył tej strony. Jej tekst jest w języku: { $language }. Zapytaj nas, a wyjaśnimy go po polsku.
variant_older = starsza niż strona angielska
older = Ta strona jest starsza niż strona angielska. Niektóre informacje mogły się zmienić.
overdue = Ta strona dawno nie była sprawdzana.
call_before = Zadzwoń, zanim wyjdziesz z domu.

## Leave this site
exit = Opuść tę stronę
exit_hint = Możesz też nacisnąć trzy razy klawisz Shift.
exit_two_more = Shift. Naciśnij jeszcze 2 razy, aby wyjść.
exit_one_more = Shift. Naciśnij jeszcze 1 raz, aby wyjść.
exit_leaving = Opuszczasz tę stronę.

## Ways to reach someone, always in this order
way_phone = Telefon
way_out_of_hours = Gdy nasza linia telefoniczna jest zamknięta
way_text = SMS
way_email = E-mail
way_website = Strona internetowa
way_form = Formularz internetowy
way_form_to = Formularz internetowy: { $name }
way_bsl = Rozmowa wideo w BSL
way_bsl_to = Rozmowa wideo w BSL: { $name }
way_post = Poczta
speaks = Języki: { $languages }
call_cost = Koszt połączenia: { $cost }
relay_uk = Jeśli wolisz pisać niż mówić, skorzystaj z Relay UK:
reply_time = Czas odpowiedzi: { $time }.
cannot_phone = Nie możesz zadzwonić? Wyślij nam SMS lub e-mail, a my zadzwonimy za Ciebie.
contact_us_instead = Skontaktuj się z nami, a my Cię z nimi połączymy.

## The end of a page
about_page = O tej stronie
last_checked = Ostatnie sprawdzenie: { $date }.
next_check = Następne sprawdzenie do: { $date }.
last_changed = Ostatnia zmiana: { $date }.
owner = Za tę stronę odpowiada: { $name }.
checked_with = Sprawdzono razem z: { $who }.
translated_by_person = Tę stronę przetłumaczył człowiek.
translated_checked = Tę stronę przetłumaczyła jedna osoba, a druga ją sprawdziła.
wrong = Czy na tej stronie jest błąd?
wrong_help = Powiedz nam o tym. Szybko poprawiamy błędy, a numery telefonów w pierwszej kolejności.
wrong_title = Powiedz nam, co się nie zgadza
wrong_from = Przyszłaś lub przyszedłeś z tej strony:
wrong_ways = Jak nam powiedzieć
wrong_form = Użyj formularza
wrong_what = Co nam pomoże
wrong_what_page = która to strona: jej tytuł lub adres
wrong_what_wrong = co się nie zgadza
wrong_what_right = jak powinno być, jeśli to wiesz
wrong_no_name = Nie musisz podawać, kim jesteś. Ta strona sama niczego nie wysyła.
site_made = Przygotowaliśmy tę witrynę { $date }.
site_next = Niektóre strony zmienią się same { $date }.
wrong_teams = Możesz też napisać do osób, które dbają o tę stronę

## The foot of the site
need_help = Porozmawiaj z kimś
emergency = W nagłym wypadku
emergency_call = Jeśli ktoś jest w niebezpieczeństwie, zadzwoń pod numer
emergency_bsl = Rozmowa wideo w BSL, bez rejestracji:
emergency_text = Jeśli Twój telefon jest już zarejestrowany, wyślij SMS pod numer
emergency_silent = Nie możesz mówić? Zadzwoń z telefonu komórkowego pod 999. Po komunikacie naciśnij
emergency_111 = Pilna pomoc medyczna, zadzwoń:
emergency_111_bsl = NHS 111 w BSL lub przez internet:
emergency_child = Dzieci i młodzież mogą zadzwonić:
furniture_unchecked = Nikt, kto mówi po polsku, nie sprawdził jeszcze stałych napisów w tym serwisie. Powiedz nam, jeśli są błędne.
furniture_missing = Stałe napisy są po angielsku, bo nikt ich jeszcze nie przetłumaczył.
run_by = Tę stronę prowadzi i odpowiada za nią { $name }.
no_tracking = Strona nie używa plików cookie i nie śledzi użytkowników.

## Services
contact_jump = Kontakt: { $name }
what_it_is = Co to jest
run_by_provider = Prowadzi:
who_for = Kto może skorzystać
cost = Koszt
area = Obszar
national = Dla osób z całej Wielkiej Brytanii.
area_of_carer = Dla opiekunów, którzy mieszkają w:
area_of_cared_for = Dla opiekunów osób, które mieszkają w:
area_of_either = Dla Ciebie, jeśli Ty lub osoba pod Twoją opieką mieszkacie w:
area_of_gp = Dla osób, których lekarz rodzinny (GP) jest w:
area_ask = Zapytaj ich, jaki obszar obejmują.
how_to_get = Jak z tego skorzystać
how_to_get_ask = Zadzwoń, wyślij SMS lub e-mail. Dane są w części „Kontakt”.
referral = Kto może się zgłosić
given_in_person = osobiście
given_phone = przez telefon
given_online = przez internet
given_at_home = w domu
given_video = przez wideo
given_post = pocztą
given = W jaki sposób
waiting = Czas oczekiwania
checked_on = sprawdzono: { $date }
opening_times = Godziny otwarcia
closed_on = Nieczynne: { $days }.
access = Dostępność
bsl_access = Brytyjski język migowy (BSL)
bsl_access_staff_sign = Pracownicy migają
bsl_access_interpreter_booked = Zamówią dla Ciebie tłumacza
bsl_access_video_relay = Przez wideotłumacza
bsl_access_no = Brak tłumacza. Zapytaj nas, pomożemy.
bsl_access_ask = Poproś o tłumacza, gdy się z nimi skontaktujesz
languages_spoken = Języki, którymi mówią pracownicy
place_hidden = Adres nie jest publiczny. Skontaktuj się z nimi, a powiedzą, dokąd przyjść.
map = Mapa
map_of = Mapa: { $name }
contact = Kontakt
save_contact = Zapisz ten kontakt
print = Drukuj
print_large = Drukuj dużymi literami
until = Do { $date }.
until_past = Spodziewaliśmy się zmiany { $date }.
status_full = Teraz nie ma tu wolnych miejsc.
status_closed = Ta usługa jest na razie zamknięta.
status_ended = Ta usługa już nie działa.
replaced_by = Zamiast niej:

## Strategies
strategy_state = Stan
strategy_period = Lata
strategy_partners = Partnerzy
strategy_boards = Kto nad nią czuwa
strategy_replaces = Zastępuje
state_draft = Projekt
state_consulting = W konsultacjach
state_approved = Zatwierdzona
state_superseded = Zastąpiona nowszą
adopted = przyjęto
adopted_on = przyjęto: { $date }
not_adopted = jeszcze nie przyjęto
we_promise = Obiecujemy
action_owner = Kto: { $name }.
action_due = Termin: { $date }.
action_not_started = Nie rozpoczęto
action_in_progress = W toku
action_done = Zrobione
action_late = Opóźnione
action_stopped = Wstrzymane
measure_baseline = Od czego zaczynaliśmy
measure_target = Do czego dążymy
source = Źródło
pledges = – to nasza obietnica.

## Consultations
consultation_soon = Wkrótce się zaczną
consultation_open = Otwarte
consultation_reading = Zamknięte. Czytamy Wasze odpowiedzi.
consultation_finished = Zakończone
consultation_from_to = Początek: { $from }. Koniec: { $to }.
consultation_closes = Można odpowiadać do: { $date }.
consultation_closed = Konsultacje zakończyły się: { $date }.
consultation_who = Kto może wziąć udział
responses = { $count ->
    [one] Wzięła udział { $count } osoba.
    [few] Wzięły udział { $count } osoby.
    [many] Wzięło udział { $count } osób.
   *[other] Wzięło udział { $count } osoby.
}
respond = Jak wziąć udział
respond_online = Weź udział przez internet
respond_bsl = Weź udział w BSL
respond_easy = Formularz łatwy do czytania (Easy Read)
outcome_updated = Wyniki ostatnio zaktualizowano: { $date }.
decision = Jaka jest decyzja
we_asked = Zapytaliśmy
you_said = Powiedzieliście
we_did = Zrobiliśmy

## Updates and events
update_new = Nowość
update_changed = Zmiana
update_closed = Zamknięte
update_about = Strony, których to dotyczy
event_when = Kiedy
event_to = do
event_where = Gdzie
event_online = Przez internet
event_join = Dołącz przez internet
event_book = Zarezerwuj miejsce
event_cancelled = To wydarzenie zostało odwołane.
event_bsl = Będzie tłumacz BSL
calendar_add = Dodaj do swojego kalendarza
calendar_all = Wszystkie wydarzenia do kalendarza
feed_updates = Śledź zmiany (kanał Atom)
open_data = Te usługi jako otwarte dane (JSON)

## Words
in_easy_words = Prostymi słowami:
also_called = Inne nazwy: { $words }.
related = Powiązane strony
downloads = Do pobrania
warning = Ostrzeżenie:
important = Ważne

## Lists
in_this_list = Na tej liście
letters = Litery
pages = Strony tej listy
page_of = Strona { $number } z { $count }
previous = Poprzednia strona
next = Następna strona
card_who = Dla kogo
card_formats = Dostępne także:

## Home
home_moments = Na jakim etapie jesteś?
home_audiences = Kim jesteś?
home_conditions = Kim się opiekujesz?
home_topics = Znajdź pomoc według tematu
home_updates = Co się zmieniło

## Search, and pages that are not there
search_question = Czego potrzebujesz?
search_description = Znajdź usługi, poradniki i odpowiedzi dla osób, które opiekują się kimś bliskim. Szukaj własnymi słowami.
search_hint = Na przykład: odpoczynek, pieniądze, demencja. To, co wpiszesz, zostaje na tym telefonie lub komputerze.
search_without = Wyszukiwarka wymaga JavaScriptu, który jest wyłączony. Możesz szukać według tematów albo od A do Z.
search_other_ways = Inne sposoby szukania
a_to_z = Od A do Z
not_found_help = Pod tym adresem nie ma strony. Mogła zostać przeniesiona albo w adresie jest błąd.
not_found_home = Przejdź do strony głównej
not_found_doors = Albo wybierz drogę
moved = Ta strona ma nowy adres: { $title }
still_stuck = Nie ma tu Twojego pytania?

## Videos and sound
captions = Napisy
chapters = Części tego filmu
transcript = Tekst tego nagrania
bsl_video = Film w BSL: { $title }
bsl_video_long = Film w BSL, { $duration }
bsl_watch = Obejrzyj film w BSL: { $title }
bsl_watch_long = Obejrzyj film w BSL: { $title } ({ $duration })
bsl_watch_part = Obejrzyj tę część w BSL
bsl_translator = Tłumaczenie
bsl_checked_by = Sprawdzenie
bsl_filmed = Data nagrania
bsl_matches = Zgodny ze stroną z dnia
video_small = mały plik
video_large = duży plik
video_watch = Obejrzyj film: { $title }
video_watch_on = Obejrzyj film na stronie { $host }: { $title }
video_remote = Ten film jest w serwisie { $host }. Jeśli go obejrzysz, { $host } dowie się o tym i może zapisać pliki cookie na Twoim telefonie lub komputerze.
audio_listen = Posłuchaj: { $title }
audio_page = Posłuchaj tej strony: { $title }

## For children
childline = Jeśli chcesz z kimś teraz porozmawiać, zadzwoń do Childline:
childline_more = Połączenie jest bezpłatne, w dzień i w nocy. Nie widać go na rachunku za telefon.

## Accessibility statement
statement_findings = Co nie jest jeszcze dostępne
statement_findings_intro = Oto problemy, które wykryto przy ostatnim tworzeniu tej strony.
statement_report = Powiedz nam o problemie
statement_report_help = Napisz lub zadzwoń, jeśli nie możesz korzystać z części tej strony albo potrzebujesz innego formatu. Odpowiadamy w ciągu pięciu dni roboczych.
statement_prepared = Data przygotowania tej deklaracji: { $date }.

## Privacy, from the settings of the site
privacy = Prywatność i pliki cookie
privacy_missing = Ta strona jeszcze nie podaje: { $what }.
privacy_missing_controller = kto odpowiada
privacy_missing_host = kto udostępnia tę witrynę
privacy_missing_logs = jak długo przechowuje się zapisy
privacy_who = Kto odpowiada
privacy_controller = { $name } odpowiada za tę witrynę i za to, czego dowiadujemy się o Tobie, gdy się z nami kontaktujesz.
privacy_registration = Rejestracja u Komisarza ds. Informacji: { $number }
privacy_keep = Co ta witryna przechowuje o Tobie
privacy_keep_text = Nic. Nie ma kont ani statystyk, które Cię śledzą. Jeśli na stronie jest film innej firmy, ta firma dowie się o tym tylko wtedy, gdy go odtworzysz.
privacy_search = To, co wpisujesz w wyszukiwarkę, zostaje na Twoim telefonie lub komputerze. Nigdy nie jest do nas wysyłane.
privacy_cookies = Pliki cookie
privacy_cookies_text = Ta witryna nie używa plików cookie. Niczego nie zapisuje na Twoim telefonie ani komputerze, oprócz listy usług, o której zachowanie poprosisz.
privacy_host = Co widzi nasz dostawca
privacy_host_text = Komputery, które udostępniają tę witrynę, widzą adres Twojego połączenia z internetem i stronę, o którą prosisz, tak jak w przypadku każdej witryny.
privacy_host_name = Należą do: { $host }
privacy_logs = Te zapisy są przechowywane przez: { $time }
privacy_contact = Gdy się z nami kontaktujesz
privacy_contact_text = Jeśli dzwonisz, wysyłasz SMS lub piszesz do nas, przechowujemy to, czego potrzebujemy, żeby Ci pomóc. Możesz poprosić o wgląd w to, co mamy, o poprawienie i o usunięcie.
privacy_history = Co zostaje na Twoim telefonie lub komputerze
privacy_history_text = Przeglądarka zapisuje listę stron, które czytasz. Osoba, która zajrzy do Twojego telefonu lub komputera, może ją zobaczyć.
privacy_ask = Zapytaj nas o to
privacy_complain = Jeśli nasza odpowiedź Cię nie zadowala, możesz złożyć skargę do
privacy_complain_link = Biura Komisarza ds. Informacji
times = { $count ->
    [one] { $count } raz
    [few] { $count } razy
    [many] { $count } razy
   *[other] { $count } raza
}

## Dates
date = { $day } { $month } { $year }
date_time = { $weekday }, { $date }, { $time }
month_1 = stycznia
month_2 = lutego
month_3 = marca
month_4 = kwietnia
month_5 = maja
month_6 = czerwca
month_7 = lipca
month_8 = sierpnia
month_9 = września
month_10 = października
month_11 = listopada
month_12 = grudnia

## Forms of a page
form_standard = Standardowa
form_easy = Easy Read (łatwy tekst)
form_young = Dla młodych
form_bsl = BSL (język migowy)

## Types
type_page = Poradniki i informacje
type_service = Usługi
type_strategy = Strategie
type_consultation = Konsultacje
type_update = Aktualności
type_event = Wydarzenia
type_glossary = Objaśnienia słów
type_faq = Pytania i odpowiedzi

## Doors
home = Strona główna
nav_services = Usługi
nav_topics = Tematy
nav_areas = Obszary
nav_a_to_z = Od A do Z
nav_easy = Easy Read (łatwy tekst)
nav_bsl = BSL
nav_emergencies = Nagłe przypadki
foot_guides = Poradniki
foot_updates = Co się zmieniło
foot_events = Wydarzenia
foot_strategy = Strategia
foot_consultations = Powiedz, co myślisz
foot_professionals = Pracuję z opiekunami
foot_young = Dla młodych opiekunów
foot_glossary = Objaśnienia słów
foot_help = Pomoc
foot_safe = Bezpieczeństwo
foot_accessibility = Dostępność
foot_privacy = Prywatność
all_easy = Wszystkie strony Easy Read
all_bsl = Wszystkie strony w BSL
all_young = Wszystkie strony dla młodych
not_found = Nie znaleziono strony
statement = Deklaracja dostępności
taxonomy_topics = Tematy
taxonomy_audiences = Dla kogo
taxonomy_conditions = Opieka nad osobą
taxonomy_areas = Obszary
taxonomy_moments = Kiedy
expired = Ta strona jest już nieaktualna
expired_on = Była dostępna do { $date }. Jej treść może już nie być prawdziwa.
expired_help = Porozmawiaj z nami, a znajdziemy to, czego potrzebujesz.

## Lengths and ages
duration =
    { $minutes ->
        [one] { $minutes } minuta
        [few] { $minutes } minuty
       *[other] { $minutes } minut
    } { $seconds ->
        [one] { $seconds } sekunda
        [few] { $seconds } sekundy
       *[other] { $seconds } sekund
    }
duration_seconds =
    { $seconds ->
        [one] { $seconds } sekunda
        [few] { $seconds } sekundy
       *[other] { $seconds } sekund
    }
ages_from_to = Wiek od { $from } do { $to } lat
ages_from = Wiek od { $from } lat
ages_to = Wiek do { $to } lat
from_to = od { $from } do { $to }

## Search
search_count_zero = { $n } wyników
search_count_two = { $n } wyniki
search_count_over = Ponad { $n } wyników
search_filters = Filtruj według obszaru, kosztu, formatu i innych
search_any = Wszystkie
search_clear = Wyczyść wszystkie filtry
search_facet_cost = Koszt
search_facet_format = Format
search_facet_language = Także w tym języku
search_section = Na tej stronie:
search_postcode = To jest kod pocztowy. Można też szukać według obszaru.
search_count_one = { $n } wynik
search_count_few = { $n } wyniki
search_count_many = { $n } wyników
search_count_other = { $n } wyniku
search_none = Nic nie znaleziono dla „{ $words }”
search_corrected = Wyniki dla „{ $used }”. Na żadnej stronie nie ma „{ $typed }”.
search_unknown = Na żadnej stronie nie ma: { $words }
search_lacks = Bez: { $words }
search_some = Strony z niektórymi z tych słów
search_partly = Żadna strona nie zawiera wszystkich tych słów.
search_other = Te strony są w innym języku: { $language }
search_more = Pokaż więcej wyników
search_offline = Wygląda na to, że nie masz połączenia z internetem
search_broken = Część wyszukiwarki nie została pobrana
search_none_help = Spróbuj innych słów albo mniejszej ich liczby. Możesz też porozmawiać z nami, a poszukamy razem.
search_error_help = Nadal możesz szukać od A do Z albo porozmawiać z nami.
badge_service = Usługa
badge_strategy = Strategia
badge_consultation = Konsultacje
badge_update = Aktualność
badge_event = Wydarzenie
badge_glossary = Znaczenie słowa
badge_faq = Pytania i odpowiedzi
badge_free = Bezpłatnie
badge_full = Brak miejsc
badge_closed = Tymczasowo nieczynne
badge_ended = Zakończone

action_done_by = Zrobione do: { $date }.

## How a strategy is going
number_group = { "\u00A0" }
as_of = Stan na dzień { $date }.
action_done_on = Wykonano: { $date }.
declined = nie przyjęto
declined_on = odmowa przyjęcia: { $date }
pledged = To jest nasza obietnica.
references = Źródła
strategy_versions = Wersje
strategy_replaced_by = Zastąpiła ją nowsza strategia:
strategy_progress = Jak idzie jej realizacja
measure_said = Co powiedzieli opiekunowie
measure_values = Wszystkie dane
progress_more = Zobacz całość

## Strategies over time, and long pages in sections
measure_then = Wtedy
measure_now = Teraz
split_contents = Spis treści
split_turn = Części
split_of = Część { $number } z { $count }
split_previous = Wstecz
split_next = Dalej
split_whole = Całość na jednej stronie, do druku

## The booklet: chosen pages to read one after another, or to print
booklet = Broszura
booklet_about = Strony tej witryny do czytania po kolei lub do druku.
booklet_contents = W tej broszurze
booklet_whole = Cała broszura na jednej stronie, do druku
booklet_part = Część { $number } z { $count }
booklet_turn = Części broszury
booklet_page = Ta strona w witrynie
booklet_made = Sporządzono: { $date }. Część informacji mogła się zmienić. Jeśli nie masz pewności, zapytaj nas.

## Opening times
clock = 24
midday = południe
midnight = północ
all_day = całą dobę
every_day = Codziennie
weekday_1 = poniedziałek
weekday_2 = wtorek
weekday_3 = środa
weekday_4 = czwartek
weekday_5 = piątek
weekday_6 = sobota
weekday_7 = niedziela
days_from_to = { $from } – { $to }
list_comma = {", "}
bank_holidays = dni ustawowo wolne od pracy
term_time = tylko w czasie roku szkolnego
every = co { $time }
every_weeks = { $count ->
    [one] co tydzień
    [few] co { $count } tygodnie
    [many] co { $count } tygodni
   *[other] co { $count } tygodnia
}
open_now = Teraz otwarte
open_until = Teraz otwarte, do { $time }
closed_now = Teraz zamknięte
opens_today = Teraz zamknięte. Otwarcie dzisiaj o { $time }
opens_on = Teraz zamknięte. Otwarcie: { $day }, { $time }

## Lists that can be narrowed
combination = { $term }: { $area }
combination_summary = Usługi, informacje i terminy dla opiekunów: { $term }, { $area }.
narrow = Zawęź tę listę
narrow_all = Pokaż wszystko
narrow_any = Wszystkie
narrow_areas = Obszar
narrow_topics = Temat
narrow_audiences = Kim jesteś

## Other services that may help
nearby = W pobliżu: { $name }
related_help = Więcej pomocy: { $name }
whole_list = Cała lista: { $title }
wrong_mail = Napisz do osób, które odpowiadają za tę stronę:
wrong_subject = Błąd na stronie:
wrong_phone = Możesz też zadzwonić:

## Help near you
near_title = Znajdź pomoc w pobliżu
near_question = Gdzie mieszkasz, albo gdzie mieszka osoba, którą się opiekujesz?
near_hint = Wpisz kod pocztowy, na przykład { $example }. Zostaje on w Twoim telefonie lub komputerze.
near_find = Znajdź pomoc
near_choose = Wybierz swój okręg
near_apart = Mieszkacie w różnych miejscach?
near_apart_help = Wpisz swój kod pocztowy wyżej, a kod tej osoby tutaj.
near_theirs = Kod pocztowy osoby, którą się opiekujesz
near_districts = Wybierz okręg
near_in = Pomoc: { $area }
near_in_both = Pomoc: { $area } i { $other }
near_is = { $postcode } to { $area }.
near_part = { $postcode } to { $area }. Aby zobaczyć, co jest najbliżej, wpisz cały kod pocztowy, na przykład { $example }.
near_parts = Miejsca, których kod zaczyna się od { $postcode }, leżą w kilku okręgach. Wpisz cały kod pocztowy albo wybierz jeden z okręgów:
near_unknown = Nie znamy kodu pocztowego { $postcode }. Sprawdź go. Może jest nowy.
near_elsewhere = Nie znamy kodu { $postcode }. Może to być miejsce poza hrabstwem { $county }. Tu znajdziesz pomoc:
near_outside = { $postcode } to { $area }, poza hrabstwem { $county }. Zapytaj tam o pomoc:
near_beyond = { $postcode } to { $area }, poza hrabstwem { $county }. Tu znajdziesz pomoc:
near_islands = { $postcode } leży na Wyspach Normandzkich albo na wyspie Man. Mają one własne usługi. Tu możesz znaleźć pomoc:
near_odd = „{ $typed }” nie wygląda na kod pocztowy. Kod pocztowy wygląda tak: { $example }. Możesz też wybrać okręg albo zapytać nas:
near_empty = Wpisz kod pocztowy, na przykład { $example }. Możesz też wybrać okręg albo zapytać nas:
near_lost = Lista się nie wczytała. Być może nie masz połączenia z internetem. Wybierz okręg na tej stronie albo zapytaj nas:
near_differs = Niektóre usługi zależą od tego, gdzie mieszkasz Ty. Inne zależą od tego, gdzie mieszka osoba, którą się opiekujesz. Przy każdej jest to napisane. Zadzwoń, jeśli nie masz pewności.
near_nearer = Każda odległość jest liczona od domu, od którego zależy usługa.
near_places = Miejsca, do których można pójść, od najbliższego
near_any_places = Miejsca, do których można pójść
near_rest = Inna pomoc w tej okolicy
near_wide = Pomoc w całej Wielkiej Brytanii i Irlandii Północnej
near_more = Pokaż więcej
near_miles_less = mniej niż 1 mila, w linii prostej
near_miles_one = około { $n } mili, w linii prostej
near_miles_two = około { $n } mil, w linii prostej
near_miles_few = około { $n } mil, w linii prostej
near_miles_many = około { $n } mil, w linii prostej
near_miles_other = około { $n } mili, w linii prostej
near_count_zero = Nie znamy usługi, która obejmuje: { $area }.
near_count_one = { $n } usługa obejmuje: { $area }.
near_count_two = { $n } usługi obejmują: { $area }.
near_count_few = { $n } usługi obejmują: { $area }.
near_count_many = { $n } usług obejmuje: { $area }.
near_count_other = { $n } usługi obejmuje: { $area }.
near_next_door = Jeśli ktoś z Was mieszka poza hrabstwem { $county }
near_next_door_help = Zapytaj tamtejszą radę (council) albo zapytaj nas. Powiemy Ci, do kogo zadzwonić.
near_others = W sąsiedztwie są też: { $places }.
near_privacy = Kody pocztowe, które wpisujesz, też zostają w Twoim telefonie lub komputerze. Nasz serwer widzi, o którą małą część listy kodów prosi Twoja przeglądarka. Widzi też, o które usługi w pobliżu prosi Twoja przeglądarka. Z tego mógłby się domyślić, gdzie mniej więcej jest dom, na przykład w której części miasta. Nie widzi kodu. Kod zostaje na liście stron, którą przechowuje Twoja przeglądarka.

## A short address, and a service on one sheet of paper
short_address = Krótki adres:
handout = ulotka na jednej stronie
handout_link = Wydrukuj ulotkę na jednej stronie
handout_copy = Ta ulotka to kopia informacji, które sprawdziliśmy: { $date }. Najnowsze są tutaj:
handout_copy_undated = Ta ulotka to kopia. Najnowsze informacje są tutaj:
handout_scan = Możesz też skierować aparat telefonu na ten kod.
qr_code = Kod QR: { $address }

## The reader's own list. The words in braces are filled in by the script
list_title = Moja lista
list_mine = Moja lista ({ $n })
list_add = Dodaj do mojej listy
list_remove = Usuń z mojej listy
list_added = Dodano do listy. Na liście jest: { $n }
list_removed = Usunięto z listy. Na liście jest: { $n }
list_full = Lista jest pełna. Najpierw usuń coś z niej.
list_why_not = Tej strony nie można dodać do listy, bo ktoś inny mógłby tę listę zobaczyć. Oto numer:
list_without = Lista wymaga JavaScriptu, który jest wyłączony. Zamiast tego wydrukuj stronę usługi, zapisz jej kontakt albo zanotuj numer. Możesz też nas poprosić, a spiszemy listę z Tobą.
list_empty = Na liście nic jeszcze nie ma.
list_how = Wybierz „Dodaj do mojej listy” na stronie usługi albo pod jej nazwą na liście usług.
list_loading = Szukamy
list_missing = Tego nie ma już w tej witrynie albo nie można tego dodać do listy. Nazwa na liście: { $id }
list_offline = To nie dotarło. Prawdopodobnie nie masz połączenia z internetem.
list_again = Spróbuj ponownie
list_up = Przesuń w górę
list_down = Przesuń w dół
list_place = { $name }: teraz numer { $n } z { $count }
list_gone = Usunięto z listy: { $name }
list_gone_from_here = Usunięto z listy:
list_put_back = Przywróć
list_back = Znowu na liście: { $name }
list_copy = Kopiuj link do tej listy
list_copied = Link skopiowano
list_by_hand = Skopiuj ten link:
list_share = Udostępnij tę listę
list_email = Wyślij link do tej listy e-mailem
list_made = Wydrukowano { $date } z: { $name }. Numery i godziny mogą się zmienić.
list_keep_title = Wróć do swojej listy
list_where = Twoja lista jest w adresie tej strony i nigdzie indziej. Nigdy nie jest do nas wysyłana. Jeśli wyślesz sobie link, możesz znowu otworzyć listę. Kto widzi adres albo to, co było wcześniej otwarte w tej przeglądarce, może zobaczyć listę.
list_keep = Zachowaj ją na tym telefonie lub komputerze
list_open = Otwórz zachowaną tu listę
list_forget = Zapomnij zachowaną tu listę
list_ask = Czy ktoś jeszcze używa tego telefonu lub komputera?
list_yes = Tak albo nie mam pewności
list_no = Nie, tylko ja
list_others = W takim razie nie zachowujemy jej tutaj, bo ktoś mógłby ją znaleźć. Wyślij sobie link albo wydrukuj listę.
list_until = Zachowana tutaj do: { $date }.
list_kept = Gdy zmienisz listę, zachowaj ją ponownie. Aby usunąć ją przed tym dniem, wybierz „Zapomnij zachowaną tu listę”.
list_none = Nie ma tu zachowanej listy.
list_over = Zachowana tu lista była za stara albo nie dało się jej odczytać. Została usunięta.
list_opened = To jest zachowana przez Ciebie lista.
list_forgotten = Usunięto. Nie ma tu teraz zachowanej listy.
list_cannot = Ta przeglądarka nie pozwala niczego zachować. Wyślij sobie link albo wydrukuj listę.
list_safe_title = Nie wszystko można dodać do listy
list_sensitive = Niektóre usługi pomagają osobom, którym coś grozi w domu. Nie można dodać ich do listy, bo ktoś inny mógłby ją zobaczyć. Ich strony o tym mówią i podają numer. Zawsze możesz nas zapytać.
privacy_list = Jeśli zrobisz listę usług, jest ona w adresie strony, po znaku #, który nigdy nie jest do nas wysyłany. Widać ją też w tym, co było wcześniej otwarte w przeglądarce. Pozostaje na Twoim telefonie lub komputerze tylko na Twoją prośbę, przez 30 dni, i możesz ją usunąć.

# Co się zmieniło w usługach
changes_title = Zmiany w usługach
changes_feed = Śledź wszystkie zmiany w usługach (kanał Atom)
changes_link = Zobacz, które usługi są nowe, zakończyły się lub się zmieniły
changes_none = Odkąd zaczęliśmy to zapisywać, żadna usługa się nie zmieniła.
changes_lead = Co się zmieniło w naszej aktualizacji z dnia { $date }.
changes_new = Nowe
changes_ended = Zakończone
changes_other = Zmienione
changes_rest = { $count ->
    [one] Jednej starszej zmiany tu nie pokazujemy.
    [few] { $count } starszych zmian tu nie pokazujemy.
    [many] { $count } starszych zmian tu nie pokazujemy.
   *[other] { $count } starszej zmiany tu nie pokazujemy.
}
changes_all = Wszystkie zmiany w usługach
changes_data = Wszystkie zmiany jako dane (JSON)
changes_follow = Śledź zmiany
changes_follow_text = Czytnik kanałów powie Ci, gdy coś się zmieni. Skopiuj do niego adres jednego z tych kanałów.
changes_topics = Według tematu
changes_areas = Według obszaru
changes_email = Przekaż dalej pocztą elektroniczną
changes_email_text = Dla grup, urzędów i przychodni, które rozsyłają wiadomości: najnowsze zmiany, gotowe do wysłania.
changes_message = Wiadomość do otwarcia w programie pocztowym
changes_digest = Tekst z nagłówkami i linkami
changes_digest_text = Sam tekst
change_new = To nowa usługa.
change_ended = Ta usługa się zakończyła. Jej strona mówi, co zrobić zamiast tego.
change_removed = Tej usługi nie ma już na tej stronie.
change_full = Nie ma wolnych miejsc.
change_closed = Na razie nieczynna.
change_open = Znowu można z niej korzystać.
change_title = Ma nową nazwę.
change_title_was = Ma nową nazwę. Poprzednio: { $was }.
change_place = Zmieniło się miejsce.
change_phone = Zmieniły się numery telefonu.
change_phone_new = Nowy numer telefonu: { $number }.
change_hours = Zmieniły się godziny otwarcia.
change_cost = Zmienił się koszt.
change_address = Jej strona ma nowy adres.
