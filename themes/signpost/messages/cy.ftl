# checked_by:
# Y geiriau y mae'r thema yn eu rhoi o amgylch tudalen, yn Gymraeg.

## Every page
skip_to_content = Neidio i'r prif gynnwys
nav_main = Prif ddewislen
nav_footer = Am y wefan hon
breadcrumbs = Ble rydych chi
search = Chwilio
search_label = Chwilio'r wefan hon
notice = Pwysig:
staging = Gwefan brawf yw hon. Peidiwch â dibynnu ar ddim sydd arni.
draft = Drafft yw hwn. Nid yw wedi'i gyhoeddi.
contents = Ar y dudalen hon
formats = Y dudalen hon mewn fformatau ac ieithoedd eraill
ask_format = Gofyn am hyn mewn fformat arall
ask_format_help = Dywedwch wrthym pa dudalen a pha fformat sydd ei angen arnoch. Gallwn anfon fersiwn Hawdd ei Ddeall, print bras, sain neu iaith arall. Gallwn hefyd ei darllen i chi, neu gwrdd â chi gyda dehonglydd BSL.
machine_translation = Cyfrifiadur a gyfieithodd y dudalen hon. Nid oes neb wedi'i gwirio. Gofynnwch i ni cyn dibynnu arni.
fallback = Nid oes neb wedi cyfieithu'r dudalen hon eto. Iaith ei geiriau yw { $language }. Gofynnwch i ni a gwnawn ei hesbonio yn Gymraeg.
variant_older = hŷn na'r dudalen Saesneg
older = Mae'r dudalen hon yn hŷn na'r dudalen Saesneg. Gall rhai ffeithiau fod wedi newid.
overdue = Nid ydym wedi gwirio'r dudalen hon mor ddiweddar ag y dylem.
call_before = Ffoniwch cyn teithio.

## Leave this site
exit = Gadael y wefan hon
exit_hint = Gallwch hefyd bwyso'r fysell Shift dair gwaith.
exit_two_more = Shift. Pwyswch hi 2 waith arall i adael.
exit_one_more = Shift. Pwyswch hi 1 waith arall i adael.
exit_leaving = Yn gadael y wefan hon.

## Ways to reach someone, always in this order
way_phone = Ffôn
way_out_of_hours = Pan fydd ein llinell ffôn ar gau
way_text = Neges destun
way_email = E-bost
way_website = Gwefan
way_form = Ffurflen ar-lein
way_form_to = Ffurflen ar-lein { $name }
way_bsl = Galw mewn BSL drwy fideo
way_bsl_to = Galw { $name } mewn BSL drwy fideo
way_post = Post
speaks = Ieithoedd: { $languages }
call_cost = Cost galwad: { $cost }
relay_uk = I deipio yn lle siarad, defnyddiwch Relay UK:
reply_time = Maent yn ateb o fewn: { $time }.
cannot_phone = Methu ffonio? Anfonwch neges destun neu e-bost atom a gwnawn eu ffonio ar eich rhan.
contact_us_instead = Cysylltwch â ni a gwnawn eich rhoi mewn cysylltiad.

## The end of a page
about_page = Am y dudalen hon
last_checked = Gwiriwyd ddiwethaf ar { $date }.
next_check = Gwiriad nesaf erbyn { $date }.
last_changed = Newidiwyd ddiwethaf ar { $date }.
owner = Yn gofalu am y dudalen hon: { $name }.
checked_with = Gwiriwyd gyda { $who }.
translated_by_person = Person a gyfieithodd y dudalen hon.
translated_checked = Person a gyfieithodd y dudalen hon a gwiriodd rhywun arall hi.
wrong = Oes rhywbeth o'i le ar y dudalen hon?
wrong_help = Dywedwch wrthym. Rydym yn cywiro camgymeriadau yn gyflym, a rhifau ffôn yn gyntaf.
wrong_title = Dywedwch wrthym beth sydd o'i le
wrong_from = Daethoch o'r dudalen hon:
wrong_ways = Sut i ddweud wrthym
wrong_form = Defnyddio ein ffurflen
wrong_what = Beth sy'n ein helpu
wrong_what_page = pa dudalen yw hi: ei theitl neu ei chyfeiriad
wrong_what_wrong = beth sydd o'i le
wrong_what_right = beth sy'n gywir, os ydych chi'n gwybod
wrong_no_name = Nid oes rhaid i chi ddweud pwy ydych chi. Nid yw'r dudalen hon yn anfon dim ohoni ei hun.
site_made = Gwnaethom y wefan hon ar { $date }.
site_next = Bydd rhai tudalennau'n newid ar eu pennau eu hunain ar { $date }.
wrong_teams = Neu ysgrifennwch at y bobl sy'n gofalu am y dudalen

## The foot of the site
need_help = Siarad â rhywun
emergency = Mewn argyfwng
emergency_call = Os yw rhywun mewn perygl, ffoniwch
emergency_bsl = Galwch mewn BSL drwy fideo, heb gofrestru:
emergency_text = Os ydych wedi cofrestru eich ffôn o'r blaen, anfonwch neges destun at
emergency_silent = Methu siarad? Ffoniwch 999 ar ffôn symudol. Pan ofynnir i chi, pwyswch
emergency_111 = Am gymorth meddygol brys, ffoniwch
emergency_111_bsl = NHS 111 mewn BSL, neu ar-lein:
emergency_child = Gall plant a phobl ifanc ffonio
furniture_unchecked = Nid oes siaradwr Cymraeg wedi gwirio'r geiriau o amgylch y dudalen hon eto. Dywedwch wrthym os ydynt yn anghywir.
furniture_missing = Mae'r geiriau o amgylch y dudalen hon yn Saesneg, gan nad oes neb wedi'u cyfieithu eto.
run_by = { $name } sy'n rhedeg y wefan hon ac yn atebol amdani.
no_tracking = Nid yw'n cadw cwcis nac yn eich olrhain.

## Services
contact_jump = Cysylltu â { $name }
what_it_is = Beth ydyw
run_by_provider = Yn cael ei redeg gan
who_for = Pwy all ei ddefnyddio
cost = Cost
area = Ardal
national = I bobl unrhyw le yn y DU.
area_of_carer = I ofalwyr sy'n byw yn
area_of_cared_for = I ofalwyr sy'n gofalu am rywun yn
area_of_either = I chi os ydych chi, neu'r person rydych yn gofalu amdano, yn byw yn
area_of_gp = I bobl y mae eu meddyg teulu yn
area_ask = Gofynnwch iddynt pa leoedd y maent yn eu gwasanaethu.
how_to_get = Sut i'w gael
how_to_get_ask = Ffoniwch, anfonwch neges destun neu e-bost atynt. Mae'r manylion o dan “Cysylltu”.
referral = Pwy all ofyn
given = Sut mae'n cael ei roi
given_in_person = wyneb yn wyneb
given_phone = dros y ffôn
given_online = ar-lein
given_at_home = yn eich cartref
given_video = drwy fideo
given_post = drwy'r post
waiting = Amser aros
checked_on = gwiriwyd ar { $date }
opening_times = Oriau agor
closed_on = Ar gau: { $days }.
access = Mynediad
bsl_access = Iaith Arwyddion Prydain
bsl_access_staff_sign = Mae'r staff yn arwyddo
bsl_access_interpreter_booked = Maent yn trefnu dehonglydd i chi
bsl_access_video_relay = Drwy gyfnewid fideo
bsl_access_no = Dim dehonglydd. Gofynnwch i ni a gwnawn helpu.
bsl_access_ask = Gofynnwch am ddehonglydd pan fyddwch yn cysylltu
languages_spoken = Ieithoedd y mae'r staff yn eu siarad
place_hidden = Nid yw'r cyfeiriad yn gyhoeddus. Cysylltwch â nhw i gael gwybod ble i fynd.
map = Map
map_of = Map o { $name }
contact = Cysylltu
save_contact = Cadw'r cyswllt hwn
print = Argraffu
print_large = Argraffu mewn llythrennau mawr
until = Tan { $date }.
until_past = Roeddem yn disgwyl i hyn newid ar { $date }.
status_full = Mae'r gwasanaeth hwn yn llawn nawr.
status_closed = Mae'r gwasanaeth hwn ar gau am y tro.
status_ended = Mae'r gwasanaeth hwn wedi dod i ben.
replaced_by = Defnyddiwch hwn yn lle hynny:

## Strategies
strategy_state = Cyflwr
strategy_period = Blynyddoedd
strategy_partners = Partneriaid
strategy_boards = Byrddau sy'n cadw golwg arni
strategy_replaces = Yn disodli
state_draft = Drafft
state_consulting = Yn destun ymgynghoriad
state_approved = Wedi'i chymeradwyo
state_superseded = Wedi'i disodli gan un newydd
adopted = wedi'i mabwysiadu
adopted_on = mabwysiadwyd ar { $date }
not_adopted = heb ei mabwysiadu eto
we_promise = Rydym yn addo
action_owner = Pwy: { $name }.
action_due = Erbyn { $date }.
action_done_by = Gwnaed erbyn { $date }.
action_not_started = Heb ddechrau
action_in_progress = Ar waith
action_done = Wedi'i wneud
action_late = Yn hwyr
action_stopped = Wedi'i atal
measure_baseline = Lle dechreuon ni
measure_target = Lle rydym am fod
source = Ffynhonnell
pledges = wedi addo hyn.

## Consultations
consultation_soon = Yn agor cyn hir
consultation_open = Ar agor
consultation_reading = Wedi cau. Rydym yn darllen yr hyn a ddywedoch.
consultation_finished = Wedi gorffen
consultation_from_to = Mae'n agor ar { $from } ac yn cau ar { $to }.
consultation_closes = Mae'n cau ar { $date }.
consultation_closed = Caeodd ar { $date }.
consultation_who = Pwy all gymryd rhan
responses = { $count ->
    [zero] Ni chymerodd neb ran.
    [one] Cymerodd { $count } person ran.
    [two] Cymerodd { $count } berson ran.
    [few] Cymerodd { $count } pherson ran.
    [many] Cymerodd { $count } pherson ran.
   *[other] Cymerodd { $count } o bobl ran.
}
respond = Sut i gymryd rhan
respond_online = Cymryd rhan ar-lein
respond_bsl = Cymryd rhan mewn BSL
respond_easy = Ffurflen Hawdd ei Deall
outcome_updated = Diweddarwyd y canlyniad ddiwethaf ar { $date }.
decision = Beth a benderfynwyd
we_asked = Gofynnon ni
you_said = Dywedoch chi
we_did = Gwnaethon ni

## Updates and events
update_new = Newydd
update_changed = Wedi newid
update_closed = Wedi cau
update_about = Y tudalennau y mae hyn yn ymwneud â nhw
event_when = Pryd
event_to = tan
event_where = Ble
event_online = Ar-lein
event_join = Ymuno ar-lein
event_book = Cadw lle
event_cancelled = Mae'r digwyddiad hwn wedi'i ganslo.
event_bsl = Bydd dehonglydd BSL yno
calendar_add = Ychwanegu at eich calendr
calendar_all = Pob digwyddiad ar gyfer eich calendr
feed_updates = Dilyn yr hyn sydd wedi newid (ffrwd Atom)
open_data = Y gwasanaethau hyn fel data agored (JSON)

## Words
in_easy_words = Mewn geiriau hawdd:
also_called = Enwau eraill: { $words }.
related = Tudalennau cysylltiedig
downloads = Lawrlwytho
warning = Rhybudd:
important = Pwysig

## Lists
in_this_list = Yn y rhestr hon
letters = Llythrennau
pages = Tudalennau'r rhestr hon
page_of = Tudalen { $number } o { $count }
previous = Tudalen flaenorol
next = Tudalen nesaf
card_who = I bwy
card_formats = Hefyd ar gael fel:

## Home
home_moments = Ble rydych chi nawr?
home_audiences = Pwy ydych chi?
home_conditions = Am bwy rydych chi'n gofalu?
home_topics = Dod o hyd i help yn ôl pwnc
home_updates = Beth sydd wedi newid

## Search, and pages that are not there
search_question = Beth sydd ei angen arnoch?
search_description = Dewch o hyd i wasanaethau, canllawiau ac atebion i bobl sy’n gofalu am rywun, yn eich geiriau eich hun.
search_hint = Er enghraifft: seibiant, arian, dementia. Mae'r hyn rydych yn ei deipio yn aros ar y ffôn neu'r cyfrifiadur hwn.
search_without = Mae angen JavaScript i chwilio, ac mae wedi'i ddiffodd. Gallwch edrych yn ôl pwnc neu o A i Y yn lle hynny.
search_other_ways = Ffyrdd eraill o edrych
a_to_z = A i Y
not_found_help = Nid oes tudalen yn y cyfeiriad hwn. Efallai ei bod wedi symud, neu fod camgymeriad yn y cyfeiriad.
not_found_home = Mynd i'r dudalen gyntaf
not_found_doors = Neu dewiswch ffordd
moved = Mae'r dudalen hon wedi symud: { $title }
still_stuck = Ydy eich cwestiwn ddim yma?

## Videos and sound
captions = Isdeitlau
chapters = Rhannau'r fideo hwn
transcript = Geiriau'r recordiad hwn
bsl_video = Fideo BSL: { $title }
bsl_video_long = Fideo BSL, { $duration }
bsl_watch = Gwylio'r fideo BSL: { $title }
bsl_watch_long = Gwylio'r fideo BSL: { $title } ({ $duration })
bsl_watch_part = Gwylio’r rhan hon yn BSL
bsl_translator = Cyfieithydd
bsl_checked_by = Gwiriwyd gan
bsl_filmed = Ffilmiwyd
bsl_matches = Yn cyfateb i'r dudalen ar
video_small = ffeil fach
video_large = ffeil fawr
video_watch = Gwylio'r fideo: { $title }
video_watch_on = Gwylio'r fideo ar { $host }: { $title }
video_remote = Mae’r fideo hwn ar { $host }. Os byddwch yn ei wylio, bydd { $host } yn gwybod hynny, a gall gadw cwcis ar eich ffôn neu gyfrifiadur.
audio_listen = Gwrando: { $title }
audio_page = Gwrando ar y dudalen hon: { $title }

## For children
childline = I siarad â rhywun nawr, ffoniwch Childline:
childline_more = Mae am ddim, ddydd a nos. Nid yw'r alwad yn dangos ar y bil ffôn.

## Accessibility statement
statement_findings = Beth sydd ddim yn hygyrch eto
statement_findings_intro = Daeth ein gwiriadau o hyd i'r problemau hyn pan wnaed y wefan hon ddiwethaf.
statement_report = Dweud wrthym am broblem
statement_report_help = Dywedwch wrthym os na allwch ddefnyddio rhan o'r wefan hon, neu os oes ei hangen arnoch mewn fformat arall. Rydym yn ateb o fewn pum diwrnod gwaith.
statement_prepared = Paratowyd y datganiad hwn ar { $date }.

## Privacy, from the settings of the site
privacy = Preifatrwydd a chwcis
privacy_missing = Nid yw'r dudalen hon yn dweud eto: { $what }.
privacy_missing_controller = pwy sy'n gyfrifol
privacy_missing_host = pwy sy'n gweini'r wefan
privacy_missing_logs = am faint y cedwir cofnodion
privacy_who = Pwy sy'n gyfrifol
privacy_controller = { $name } sy'n gyfrifol am y wefan hon, ac am yr hyn a ddysgwn amdanoch pan fyddwch yn cysylltu â ni.
privacy_registration = Cofrestriad gyda'r Comisiynydd Gwybodaeth: { $number }
privacy_keep = Beth mae'r wefan hon yn ei gadw amdanoch
privacy_keep_text = Dim. Nid oes ganddi gyfrifon, na ystadegau sy'n eich dilyn. Lle mae fideo gan gwmni arall ar dudalen, ni fydd y cwmni hwnnw'n gwybod oni bai eich bod yn dewis ei chwarae.
privacy_search = Mae'r hyn a deipiwch yn y chwiliad yn aros ar eich ffôn neu'ch cyfrifiadur. Ni chaiff ei anfon atom byth.
privacy_cookies = Cwcis
privacy_cookies_text = Nid yw'r wefan hon yn gosod cwcis. Nid yw'n storio dim ar eich ffôn neu'ch cyfrifiadur, ac eithrio rhestr o wasanaethau y gofynnwch iddi ei chadw.
privacy_host = Beth mae ein gwesteiwr yn ei weld
privacy_host_text = Mae'r cyfrifiaduron sy'n gweini'r wefan hon yn gweld cyfeiriad eich cysylltiad rhyngrwyd a'r dudalen rydych yn gofyn amdani, fel rhai pob gwefan.
privacy_host_name = Maent yn perthyn i: { $host }
privacy_logs = Cedwir y cofnodion hyn am: { $time }
privacy_contact = Pan fyddwch yn cysylltu â ni
privacy_contact_text = Os byddwch yn ffonio, tecstio neu ysgrifennu atom, rydym yn cadw'r hyn sydd ei angen i'ch helpu. Gallwch ofyn am gael gweld yr hyn sydd gennym, ei gywiro a'i ddileu.
privacy_history = Beth sy'n aros ar eich ffôn neu'ch cyfrifiadur
privacy_history_text = Mae eich porwr yn cadw rhestr o'r tudalennau rydych yn eu darllen. Gall rhywun sy'n edrych ar eich ffôn neu'ch cyfrifiadur ei gweld.
privacy_ask = Gofynnwch i ni am hyn
privacy_complain = Os nad ydych yn fodlon ar ein hateb, gallwch gwyno i
privacy_complain_link = Swyddfa'r Comisiynydd Gwybodaeth
times = { $count ->
    [zero] dim un waith
    [one] unwaith
    [two] ddwywaith
    [few] { $count } gwaith
    [many] { $count } gwaith
   *[other] { $count } gwaith
}

## Dates: the day, the month and the year; the names of months as they stand after a day
date = { $day } { $month } { $year }
date_time = { $weekday } { $date }, { $time }
month_1 = Ionawr
month_2 = Chwefror
month_3 = Mawrth
month_4 = Ebrill
month_5 = Mai
month_6 = Mehefin
month_7 = Gorffennaf
month_8 = Awst
month_9 = Medi
month_10 = Hydref
month_11 = Tachwedd
month_12 = Rhagfyr

## Forms of a page
form_standard = Safonol
form_easy = Hawdd ei Ddeall
form_young = I bobl ifanc
form_bsl = BSL

## Types, as headings of lists
type_page = Canllawiau a gwybodaeth
type_service = Gwasanaethau
type_strategy = Strategaethau
type_consultation = Ymgynghoriadau
type_update = Diweddariadau
type_event = Digwyddiadau
type_glossary = Esbonio geiriau
type_faq = Cwestiynau ac atebion

## Doors
home = Hafan
nav_services = Gwasanaethau
nav_topics = Pynciau
nav_areas = Ardaloedd
nav_a_to_z = A i Y
nav_easy = Hawdd ei Ddeall
nav_bsl = BSL
nav_emergencies = Argyfyngau
foot_guides = Canllawiau
foot_updates = Beth sydd wedi newid
foot_events = Digwyddiadau
foot_strategy = Strategaeth
foot_consultations = Dweud eich dweud
foot_professionals = Rwy'n gweithio gyda gofalwyr
foot_young = I ofalwyr ifanc
foot_glossary = Esbonio geiriau
foot_help = Cael help
foot_safe = Cadw'n ddiogel
foot_accessibility = Hygyrchedd
foot_privacy = Preifatrwydd
all_easy = Pob tudalen Hawdd ei Deall
all_bsl = Pob tudalen mewn BSL
all_young = Pob tudalen i bobl ifanc
not_found = Tudalen heb ei chanfod
statement = Datganiad hygyrchedd
taxonomy_topics = Pynciau
taxonomy_audiences = I bwy
taxonomy_conditions = Gofalu am rywun gyda
taxonomy_areas = Ardaloedd
taxonomy_moments = Pryd
expired = Mae'r dudalen hon wedi dod i ben
expired_on = Roedd hi yma tan { $date }. Efallai nad yw'r hyn a ddywedodd yn wir bellach.
expired_help = Siaradwch â ni a gwnawn ddod o hyd i'r hyn sydd ei angen arnoch.

## Lengths and ages
duration =
    { $minutes ->
        [zero] { $minutes } munud
        [one] { $minutes } munud
        [two] { $minutes } funud
        [few] { $minutes } munud
        [many] { $minutes } munud
       *[other] { $minutes } munud
    } { $seconds ->
        [zero] { $seconds } eiliad
        [one] { $seconds } eiliad
        [two] { $seconds } eiliad
        [few] { $seconds } eiliad
        [many] { $seconds } eiliad
       *[other] { $seconds } eiliad
    }
duration_seconds =
    { $seconds ->
        [zero] { $seconds } eiliad
        [one] { $seconds } eiliad
        [two] { $seconds } eiliad
        [few] { $seconds } eiliad
        [many] { $seconds } eiliad
       *[other] { $seconds } eiliad
    }
ages_from_to = { $from } i { $to } oed
ages_from = { $from } oed a throsodd
ages_to = Hyd at { $to } oed
from_to = { $from } i { $to }

## What the search says. The words in braces are filled in by the script.
search_count_zero = { $n } canlyniad
search_count_one = { $n } canlyniad
search_count_two = { $n } ganlyniad
search_count_few = { $n } chanlyniad
search_count_many = { $n } chanlyniad
search_count_other = { $n } canlyniad
search_count_over = Mwy na { $n } canlyniad
search_filters = Hidlo yn ôl ardal, cost, fformat a mwy
search_any = Pob un
search_clear = Clirio pob hidlydd
search_facet_cost = Cost
search_facet_format = Fformat
search_facet_language = Hefyd yn yr iaith hon
search_section = Ar y dudalen hon:
search_postcode = Rydych wedi teipio cod post. Gallwch hefyd edrych yn ôl ardal.
search_none = Dim canlyniadau ar gyfer “{ $words }”
search_corrected = Yn dangos canlyniadau ar gyfer “{ $used }”. Nid oes tudalen â “{ $typed }”.
search_unknown = Nid oes tudalen â: { $words }
search_lacks = Heb: { $words }
search_some = Tudalennau â rhai o'r geiriau hyn
search_partly = Nid oes tudalen â'r geiriau hyn i gyd.
search_other = Mae'r tudalennau hyn mewn iaith arall: { $language }
search_more = Dangos mwy o ganlyniadau
search_offline = Mae'n ymddangos eich bod all-lein
search_broken = Ni chyrhaeddodd rhan o'r chwiliad
search_none_help = Rhowch gynnig ar eiriau eraill, neu lai ohonynt. Neu siaradwch â ni a gwnawn chwilio gyda chi.
search_error_help = Gallwch edrych o A i Y o hyd, neu siarad â ni.
badge_service = Gwasanaeth
badge_strategy = Strategaeth
badge_consultation = Ymgynghoriad
badge_update = Diweddariad
badge_event = Digwyddiad
badge_glossary = Ystyr gair
badge_faq = Cwestiynau ac atebion
badge_free = Am ddim
badge_full = Llawn
badge_closed = Ar gau am y tro
badge_ended = Wedi dod i ben

## Strategies over time, and long pages in sections
number_group = ,
as_of = Dyma sut roedd pethau ar { $date }.
action_done_on = Gwnaed: { $date }.
declined = wedi gwrthod ei mabwysiadu
declined_on = gwrthodwyd ei mabwysiadu ar { $date }
pledged = Dyma ein haddewid.
references = Cyfeiriadau
strategy_versions = Fersiynau
strategy_replaced_by = Mae strategaeth newydd wedi disodli hon:
strategy_progress = Sut mae'n mynd
measure_then = Bryd hynny
measure_now = Nawr
measure_said = Beth ddywedodd gofalwyr
measure_values = Yr holl ffigurau
progress_more = Gweld y cyfan gyda'i gilydd
split_contents = Cynnwys
split_turn = Adrannau
split_of = Adran { $number } o { $count }
split_previous = Yn ôl
split_next = Nesaf
split_whole = Y cyfan ar un dudalen, i'w argraffu

## The booklet: chosen pages to read one after another, or to print
booklet = Llyfryn
booklet_about = Tudalennau o'r wefan hon i'w darllen un ar ôl y llall, neu i'w hargraffu.
booklet_contents = Yn y llyfryn hwn
booklet_whole = Y llyfryn cyfan ar un dudalen, i'w argraffu
booklet_part = Rhan { $number } o { $count }
booklet_turn = Rhannau'r llyfryn
booklet_page = Y dudalen hon ar y wefan
booklet_made = Gwnaed ar { $date }. Gall rhywfaint fod wedi newid ers hynny. Os nad ydych yn siŵr, gofynnwch i ni.

## Opening times
clock = 12
midday = canol dydd
midnight = canol nos
all_day = ddydd a nos
every_day = Bob dydd
weekday_1 = Dydd Llun
weekday_2 = Dydd Mawrth
weekday_3 = Dydd Mercher
weekday_4 = Dydd Iau
weekday_5 = Dydd Gwener
weekday_6 = Dydd Sadwrn
weekday_7 = Dydd Sul
days_from_to = { $from } i { $to }
list_comma = {", "}
bank_holidays = gwyliau banc
term_time = yn ystod tymor yr ysgol yn unig
every = bob { $time }
every_weeks = { $count ->
    [zero] bob { $count } wythnos
    [one] bob wythnos
    [two] bob pythefnos
    [few] bob { $count } wythnos
    [many] bob { $count } wythnos
   *[other] bob { $count } wythnos
}
open_now = Ar agor nawr
open_until = Ar agor nawr, tan { $time }
closed_now = Ar gau nawr
opens_today = Ar gau nawr. Yn agor heddiw am { $time }
opens_on = Ar gau nawr. Yn agor: { $day }, { $time }

## Lists that can be narrowed
combination = { $term }: { $area }
combination_summary = Gwasanaethau, gwybodaeth a dyddiadau i ofalwyr: { $term }, { $area }.
narrow = Cwtogi'r rhestr hon
narrow_all = Dangos popeth
narrow_any = Pob un
narrow_areas = Ardal
narrow_topics = Pwnc
narrow_audiences = Pwy ydych chi

## Other services that may help
nearby = Gerllaw yn { $name }
related_help = Mwy o help: { $name }
whole_list = Y rhestr gyfan: { $title }
wrong_mail = Ysgrifennwch at y bobl sy'n gofalu am y dudalen hon:
wrong_subject = Yn anghywir ar y dudalen hon:
wrong_phone = Neu ffoniwch:

## Help near you
near_title = Dod o hyd i gymorth yn agos atoch chi
near_question = Ble rydych chi'n byw, neu ble mae'r person rydych yn gofalu amdano yn byw?
near_hint = Teipiwch god post, fel { $example }. Mae'n aros ar eich ffôn neu'ch cyfrifiadur.
near_find = Dod o hyd i gymorth
near_choose = Dewiswch eich ardal
near_apart = Ydych chi'n byw mewn lleoedd gwahanol?
near_apart_help = Teipiwch eich cod post eich hun uchod, a'u cod post nhw yma.
near_theirs = Cod post y person rydych yn gofalu amdano
near_districts = Dewiswch ardal
near_in = Cymorth yn { $area }
near_in_both = Cymorth yn { $area } a { $other }
near_is = Mae { $postcode } yn { $area }.
near_part = Mae { $postcode } yn { $area }. I weld beth sydd agosaf, teipiwch y cod post cyfan, fel { $example }.
near_parts = Mae lleoedd sy'n dechrau gyda { $postcode } mewn mwy nag un ardal. Teipiwch y cod post cyfan, neu dewiswch un o'r rhain:
near_unknown = Nid ydym yn adnabod y cod post { $postcode }. Gwiriwch ef. Efallai ei fod yn newydd.
near_elsewhere = Nid ydym yn adnabod { $postcode }. Efallai ei fod y tu allan i { $county }. Gall y rhain eich helpu:
near_outside = Mae { $postcode } yn { $area }, y tu allan i { $county }. Gofynnwch iddyn nhw pa gymorth sydd ar gael:
near_beyond = Mae { $postcode } yn { $area }, y tu allan i { $county }. Gall y rhain eich helpu:
near_islands = Mae { $postcode } yn Ynysoedd y Sianel neu Ynys Manaw. Mae ganddyn nhw eu gwasanaethau eu hunain. Efallai y gall y rhain eich helpu:
near_odd = Nid yw “{ $typed }” yn edrych fel cod post. Mae cod post yn edrych fel { $example }. Gallwch hefyd ddewis ardal, neu ofyn i ni:
near_empty = Teipiwch god post, fel { $example }. Gallwch hefyd ddewis ardal, neu ofyn i ni:
near_lost = Ni lwythodd y rhestr. Efallai eich bod all-lein. Dewiswch ardal ar y dudalen hon, neu gofynnwch i ni:
near_differs = Mae rhai gwasanaethau'n mynd yn ôl ble rydych chi'n byw. Mae eraill yn mynd yn ôl ble mae'r person rydych yn gofalu amdano yn byw. Mae pob un yn dweud pa un. Ffoniwch nhw os nad ydych yn siŵr.
near_nearer = Mae pob pellter o'r cartref y mae'r gwasanaeth yn mynd yn ei ôl.
near_places = Lleoedd i fynd, yr agosaf yn gyntaf
near_any_places = Lleoedd i fynd
near_rest = Cymorth arall yn yr ardal hon
near_wide = Cymorth unrhyw le yn y DU
near_more = Dangos mwy
near_miles_less = llai nag 1 filltir, mewn llinell syth
near_miles_one = tua { $n } filltir, mewn llinell syth
near_miles_two = tua { $n } filltir, mewn llinell syth
near_miles_few = tua { $n } milltir, mewn llinell syth
near_miles_many = tua { $n } milltir, mewn llinell syth
near_miles_other = tua { $n } milltir, mewn llinell syth
near_count_zero = Nid ydym yn gwybod am wasanaeth ar gyfer { $area }.
near_count_one = Mae { $n } gwasanaeth ar gyfer { $area }.
near_count_two = Mae { $n } wasanaeth ar gyfer { $area }.
near_count_few = Mae { $n } gwasanaeth ar gyfer { $area }.
near_count_many = Mae { $n } gwasanaeth ar gyfer { $area }.
near_count_other = Mae { $n } gwasanaeth ar gyfer { $area }.
near_next_door = Os yw un ohonoch yn byw y tu allan i { $county }
near_next_door_help = Gofynnwch i'r cyngor yno, neu gofynnwch i ni. Byddwn yn dweud wrthych pwy i'w ffonio.
near_others = Hefyd drws nesaf: { $places }.
near_privacy = Mae'r codau post rydych yn eu teipio yn aros ar eich ffôn neu'ch cyfrifiadur hefyd. Gall ein gwesteiwr weld pa ran fach o'r rhestr o godau post y mae eich porwr yn gofyn amdani. Gall weld hefyd pa wasanaethau gerllaw y mae eich porwr yn gofyn amdanynt. O hynny gallai wybod yn fras ble mae cartref, er enghraifft ym mha ran o dref. Ni all weld y cod post. Mae'r cod post yn aros yn y rhestr o dudalennau y mae eich porwr yn ei chadw.

## A short address, and a service on one sheet of paper
short_address = Cyfeiriad byr:
handout = taflen un dudalen
handout_link = Argraffu taflen un dudalen
handout_copy = Copi yw'r daflen hon o'r hyn a wiriwyd gennym ar { $date }. Mae'r wybodaeth ddiweddaraf yma:
handout_copy_undated = Copi yw'r daflen hon. Mae'r wybodaeth ddiweddaraf yma:
handout_scan = Neu pwyntiwch gamera ffôn at y cod hwn.
qr_code = Cod QR ar gyfer { $address }

## The reader's own list. The words in braces are filled in by the script
list_title = Fy rhestr
list_mine = Fy rhestr ({ $n })
list_add = Ychwanegu at fy rhestr
list_remove = Tynnu oddi ar fy rhestr
list_added = Mae ar eich rhestr. Ar eich rhestr mae: { $n }
list_removed = Nid yw ar eich rhestr. Ar eich rhestr mae: { $n }
list_full = Mae eich rhestr yn llawn. Tynnwch rywbeth oddi arni yn gyntaf.
list_why_not = Ni all y dudalen hon fynd ar restr, oherwydd gallai rhywun arall weld y rhestr. Dyma'r rhif:
list_without = Mae angen JavaScript ar restr, ac mae wedi'i ddiffodd. Yn lle hynny, argraffwch dudalen gwasanaeth, cadwch ei fanylion cyswllt, neu ysgrifennwch ei rif. Neu gofynnwch i ni, a gwnawn ysgrifennu'r rhestr gyda chi.
list_empty = Nid oes dim ar eich rhestr eto.
list_how = Dewiswch “Ychwanegu at fy rhestr” ar dudalen gwasanaeth, neu o dan ei enw mewn rhestr.
list_loading = Yn chwilio
list_missing = Nid yw hwn ar y wefan mwyach, neu ni all fynd ar restr. Ei enw ar eich rhestr oedd: { $id }
list_offline = Ni chyrhaeddodd hwn. Mae'n debyg eich bod all-lein.
list_again = Rhoi cynnig arall arni
list_up = Symud i fyny
list_down = Symud i lawr
list_place = Mae { $name } nawr yn rhif { $n } o { $count }
list_gone = Oddi ar eich rhestr: { $name }
list_gone_from_here = Oddi ar eich rhestr:
list_put_back = Ei roi yn ôl
list_back = Ar eich rhestr eto: { $name }
list_copy = Copïo dolen i'r rhestr hon
list_copied = Mae'r ddolen wedi'i chopïo
list_by_hand = Copïwch y ddolen hon:
list_share = Rhannu'r rhestr hon
list_email = Anfon dolen i'r rhestr hon drwy e-bost
list_made = Argraffwyd ar { $date } o { $name }. Gall rhifau ac amseroedd newid.
list_keep_title = Dod yn ôl at eich rhestr
list_where = Mae eich rhestr yng nghyfeiriad y dudalen hon, ac nid yn unman arall. Nid yw byth yn cael ei hanfon atom. Os anfonwch y ddolen atoch chi'ch hun, gallwch agor y rhestr eto. Gall pwy bynnag sy'n gweld y cyfeiriad, neu'r hyn a agorwyd yn y porwr hwn o'r blaen, weld y rhestr.
list_keep = Ei chadw ar y ffôn neu'r cyfrifiadur hwn
list_open = Agor y rhestr a gedwir yma
list_forget = Anghofio'r rhestr a gedwir yma
list_ask = A oes unrhyw un arall yn defnyddio'r ffôn neu'r cyfrifiadur hwn?
list_yes = Oes, neu nid wyf yn siŵr
list_no = Nac oes, dim ond fi
list_others = Felly nid ydym yn ei chadw yma, oherwydd gallent ddod o hyd iddi. Anfonwch y ddolen atoch chi'ch hun, neu argraffwch y rhestr.
list_until = Fe'i cedwir yma tan { $date }.
list_kept = Pan fyddwch yn newid eich rhestr, cadwch hi eto. I'w dileu cyn y diwrnod hwnnw, dewiswch “Anghofio'r rhestr a gedwir yma”.
list_none = Ni chedwir rhestr yma.
list_over = Roedd y rhestr a gadwyd yma'n rhy hen, neu ni ellid ei darllen. Mae wedi'i dileu.
list_opened = Dyma'r rhestr a gadwyd gennych.
list_forgotten = Mae wedi'i dileu. Ni chedwir rhestr yma nawr.
list_cannot = Nid yw'r porwr hwn yn gadael i ni gadw dim. Anfonwch y ddolen atoch chi'ch hun, neu argraffwch y rhestr.
list_safe_title = Ni all popeth fynd ar restr
list_sensitive = Gall rhai gwasanaethau helpu rhywun sydd mewn perygl gartref. Ni allant fynd ar restr, oherwydd gallai rhywun arall ei gweld. Mae eu tudalennau'n dweud hynny, ac yn rhoi'r rhif. Gallwch ofyn i ni bob amser.
privacy_list = Os gwnewch restr o wasanaethau, mae yng nghyfeiriad y dudalen, ar ôl y #, nad yw byth yn cael ei anfon atom. Mae'r hyn a agorwyd yn eich porwr o'r blaen yn ei dangos hefyd. Dim ond os gofynnwch am hynny y mae'n aros ar eich ffôn neu'ch cyfrifiadur, am 30 diwrnod, a gallwch ei dileu.

# Beth sydd wedi newid mewn gwasanaethau
changes_title = Newidiadau i wasanaethau
changes_feed = Dilyn pob newid i wasanaethau (ffrwd Atom)
changes_link = Gweld pa wasanaethau sy’n newydd, wedi dod i ben neu wedi newid
changes_none = Nid oes unrhyw wasanaeth wedi newid ers i ni ddechrau nodi hyn.
changes_lead = Beth newidiodd gyda’n diweddariad ar { $date }.
changes_new = Newydd
changes_ended = Wedi dod i ben
changes_other = Wedi newid
changes_rest = { $count ->
    [zero] Dim newidiadau hŷn.
    [one] Ni ddangosir un newid hŷn yma.
    [two] Ni ddangosir { $count } newid hŷn yma.
    [few] Ni ddangosir { $count } newid hŷn yma.
    [many] Ni ddangosir { $count } newid hŷn yma.
   *[other] Ni ddangosir { $count } newid hŷn yma.
}
changes_all = Pob newid i wasanaethau
changes_data = Pob newid fel data (JSON)
changes_follow = Dilyn y newidiadau
changes_follow_text = Mae darllenydd ffrydiau yn dweud wrthych pan fydd rhywbeth yn newid. Copïwch gyfeiriad un o’r ffrydiau hyn iddo.
changes_topics = Yn ôl pwnc
changes_areas = Yn ôl ardal
changes_email = Ei anfon ymlaen drwy e-bost
changes_email_text = I grwpiau, cynghorau a meddygfeydd sy’n anfon newyddion: y newidiadau diweddaraf, yn barod i’w hanfon.
changes_message = Neges i’w hagor yn eich rhaglen e-bost
changes_digest = Y geiriau, gyda phenawdau a dolenni
changes_digest_text = Y geiriau fel testun plaen
change_new = Mae’r gwasanaeth hwn yn newydd.
change_ended = Mae’r gwasanaeth hwn wedi dod i ben. Mae ei dudalen yn dweud beth i’w wneud yn lle hynny.
change_removed = Nid yw’r gwasanaeth hwn ar y wefan hon mwyach.
change_full = Mae’n llawn.
change_closed = Mae ar gau am y tro.
change_open = Gallwch ei ddefnyddio eto.
change_title = Mae ganddo enw newydd.
change_title_was = Mae ganddo enw newydd. Ei enw o’r blaen oedd { $was }.
change_place = Mae’r lle yr ewch iddo wedi newid.
change_phone = Mae’r rhifau ffôn wedi newid.
change_phone_new = Mae ganddo rif ffôn newydd: { $number }.
change_hours = Mae’r oriau agor wedi newid.
change_cost = Mae’r gost wedi newid.
change_address = Mae gan ei dudalen gyfeiriad newydd.
