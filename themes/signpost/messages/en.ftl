# checked_by: the authors
# The words that the theme puts around a page, in English.
# One idea a sentence, and no idioms, so that they translate well.

## Every page
skip_to_content = Skip to the main content
nav_main = Main
nav_footer = About this site
breadcrumbs = Where you are
search = Search
search_label = Search this site
notice = Important:
staging = This is a test site. Do not rely on anything you read here.
draft = This is a draft. It is not published.
contents = On this page
formats = This page in other formats and languages
ask_format = Ask for this in another format
ask_format_help = Tell us the page and the format you need. We can send Easy Read, large print, audio or another language. We can also read it to you, or meet you with a BSL interpreter.
machine_translation = A computer translated this page. Nobody has checked it. Please ask us before you rely on it.
fallback = Nobody has translated this page yet. Its words are in { $language }. Ask us and we will explain it in your language.
variant_older = older than the English page
older = This page is older than the English page. Some facts may have changed.
overdue = We have not checked this page as recently as we should.
call_before = Call before you travel.

## Leave this site
exit = Leave this site
exit_hint = You can also press the Shift key three times.
exit_two_more = Shift. Press it 2 more times to leave.
exit_one_more = Shift. Press it 1 more time to leave.
exit_leaving = Leaving this site.

## Ways to reach someone, always in this order
way_phone = Phone
way_out_of_hours = When our phone line is closed
way_text = Text
way_email = Email
way_website = Website
way_form = Online form
way_form_to = Online form of { $name }
way_bsl = Call in BSL by video
way_bsl_to = Call { $name } in BSL by video
way_post = Post
speaks = Languages: { $languages }
call_cost = Call cost: { $cost }
relay_uk = To type instead of speaking, use Relay UK:
reply_time = They answer within { $time }.
cannot_phone = Cannot phone? Text or email us and we will call them for you.
contact_us_instead = Contact us and we will put you in touch.

## The end of a page
about_page = About this page
last_checked = Last checked on { $date }.
next_check = Next check due by { $date }.
last_changed = Last changed on { $date }.
owner = The { $name } looks after this page.
checked_with = Checked with { $who }.
translated_by_person = A person translated this page.
translated_checked = A person translated this page and another person checked it.
wrong = Is something wrong with this page?
wrong_help = Tell us. We mend mistakes fast, and phone numbers first.
wrong_title = Tell us what is wrong
wrong_from = You came from this page:
wrong_ways = How to tell us
wrong_form = Use our form
wrong_what = What helps us
wrong_what_page = which page it is: its title or its address
wrong_what_wrong = what is wrong
wrong_what_right = what is right, if you know it
wrong_no_name = You do not have to say who you are. This page sends nothing by itself.
site_made = We made this site on { $date }.
site_next = Some pages will change by themselves on { $date }.
wrong_teams = Or write to the people who look after the page

## The foot of the site
need_help = Talk to someone
emergency = In an emergency
emergency_call = If someone is in danger, call
emergency_bsl = Call in BSL by video, with no sign-up:
emergency_text = If you registered your phone before, text
emergency_silent = Cannot speak? Call 999 on a mobile. When asked, press
emergency_111 = For urgent medical help, call
emergency_111_bsl = NHS 111 in BSL, or online:
emergency_child = Children and young people can call
furniture_unchecked = No speaker of this language has checked the words around this page yet. Tell us if they are wrong.
furniture_missing = The words around this page are in English, because nobody has translated them yet.
run_by = { $name } runs this site and answers for it.
no_tracking = It keeps no cookies and does not track you.

## Services
contact_jump = Contact { $name }
what_it_is = What it is
run_by_provider = Run by
who_for = Who can use it
cost = Cost
area = Area
national = For people anywhere in the UK.
area_of_carer = For carers who live in
area_of_cared_for = For carers who look after someone in
area_of_either = For you if you, or the person you look after, live in
area_of_gp = For people whose GP is in
area_ask = Ask them which places they cover.
how_to_get = How to get it
how_to_get_ask = Call, text or email them. The details are under “Contact”.
referral = Who can ask
given = How it is given
given_in_person = in person
given_phone = phone
given_online = online
given_at_home = at home
given_video = video
given_post = post
waiting = Waiting time
checked_on = checked on { $date }
opening_times = Opening times
closed_on = Closed: { $days }.
access = Access
bsl_access = British Sign Language
bsl_access_staff_sign = Staff sign
bsl_access_interpreter_booked = They book an interpreter for you
bsl_access_video_relay = By video relay
bsl_access_no = No interpreter. Ask us and we will help.
bsl_access_ask = Ask for an interpreter when you get in touch
languages_spoken = Languages staff speak
place_hidden = The address is not public. Contact them to learn where to go.
map = Map
map_of = Map of { $name }
contact = Contact
save_contact = Save this contact
print = Print
print_large = Print in large letters
until = Until { $date }.
until_past = We expected this to change on { $date }.
status_full = This service is full now.
status_closed = This service is closed for now.
status_ended = This service has ended.
replaced_by = Use this instead:

## Strategies
strategy_state = State
strategy_period = Years
strategy_partners = Partners
strategy_boards = Boards that watch over it
strategy_replaces = Replaces
state_draft = Draft
state_consulting = Being consulted on
state_approved = Approved
state_superseded = Replaced by a newer one
adopted = adopted
adopted_on = adopted on { $date }
not_adopted = not yet adopted
we_promise = We promise
action_owner = Who: { $name }.
action_due = By { $date }.
action_not_started = Not started
action_in_progress = In progress
action_done = Done
action_late = Late
action_stopped = Stopped
measure_baseline = Where we started
measure_target = Where we want to be
source = Source
pledges = has promised this.

## Consultations
consultation_soon = Opening soon
consultation_open = Open
consultation_reading = Closed. We are reading what you said.
consultation_finished = Finished
consultation_from_to = It opens on { $from } and closes on { $to }.
consultation_closes = It closes on { $date }.
consultation_closed = It closed on { $date }.
consultation_who = Who can take part
responses = { $count ->
    [one] { $count } person took part.
   *[other] { $count } people took part.
}
respond = How to take part
respond_online = Take part online
respond_bsl = Take part in BSL
respond_easy = Easy Read form
outcome_updated = The outcome was last updated on { $date }.
decision = What was decided
we_asked = We asked
you_said = You said
we_did = We did

## Updates and events
update_new = New
update_changed = Changed
update_closed = Closed
update_about = Pages this is about
event_when = When
event_to = to
event_where = Where
event_online = Online
event_join = Join online
event_book = Book a place
event_cancelled = This event is cancelled.
event_bsl = A BSL interpreter will be there
calendar_add = Add to your calendar
calendar_all = All events for your calendar
feed_updates = Follow what has changed (Atom feed)
open_data = Open data about these services (JSON)

## Words
in_easy_words = In easy words:
also_called = Also called: { $words }.
related = Related pages
downloads = Downloads
warning = Warning:
important = Important

## Lists
in_this_list = In this list
letters = Letters
pages = Pages of this list
page_of = Page { $number } of { $count }
previous = Previous page
next = Next page
card_who = For
card_formats = Also in:

## Home
home_moments = Where are you now?
home_audiences = Who are you?
home_conditions = Who do you look after?
home_topics = Find help by topic
home_updates = What has changed

## Search, and pages that are not there
search_question = What do you need?
search_description = Find services, guides and answers for people who look after someone, in your own words.
search_hint = For example: a break, money, dementia. What you type stays on this phone or computer.
search_without = Search needs JavaScript, which is off. You can look by topic or from A to Z instead.
search_other_ways = Other ways to look
a_to_z = A to Z
not_found_help = There is no page at this address. It may have moved, or the address may have a mistake in it.
not_found_home = Go to the first page
not_found_doors = Or choose a way
moved = This page has moved: { $title }
still_stuck = Is your question not here?

## Videos and sound
captions = Captions
chapters = Parts of this video
transcript = The words of this recording
bsl_video = BSL video: { $title }
bsl_video_long = BSL video, { $duration }
bsl_watch = Watch the BSL video: { $title }
bsl_watch_long = Watch the BSL video: { $title } ({ $duration })
bsl_watch_part = Watch this part in BSL
bsl_translator = Translator
bsl_checked_by = Checked by
bsl_filmed = Filmed
bsl_matches = Matches the page as of
video_small = small file
video_large = large file
video_watch = Watch the video: { $title }
video_watch_on = Watch the video on { $host }: { $title }
video_remote = This video is on { $host }. If you watch it, { $host } learns that you did, and may keep cookies on your phone or computer.
audio_listen = Listen: { $title }
audio_page = Listen to this page: { $title }

## For children
childline = To talk to someone now, call Childline:
childline_more = It is free, day and night. The call does not show on the phone bill.

## Accessibility statement
statement_findings = What is not accessible yet
statement_findings_intro = Our checks found these problems when this site was last made.
statement_report = Tell us about a problem
statement_report_help = Tell us if you cannot use part of this site, or need it in another format. We answer within five working days.
statement_prepared = This statement was prepared on { $date }.
times = { $count ->
    [one] once
   *[other] { $count } times
}

## Dates: the day, the month and the year; the names of months as they stand after a day
date = { $day } { $month } { $year }
date_time = { $weekday } { $date }, { $time }
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December

## Forms of a page
form_standard = Standard
form_easy = Easy Read
form_young = For young people
form_bsl = BSL

## Types, as headings of lists
type_page = Guides and information
type_service = Services
type_strategy = Strategies
type_consultation = Consultations
type_update = Updates
type_event = Events
type_glossary = Words explained
type_faq = Questions and answers

## Doors
home = Home
nav_services = Services
nav_topics = Topics
nav_areas = Areas
nav_a_to_z = A to Z
nav_easy = Easy Read
nav_bsl = BSL
nav_emergencies = Emergencies
foot_guides = Guides
foot_updates = What has changed
foot_events = Events
foot_strategy = Strategy
foot_consultations = Have your say
foot_professionals = I work with carers
foot_young = For young carers
foot_glossary = Words explained
foot_help = Get help
foot_safe = Staying safe
foot_accessibility = Accessibility
foot_privacy = Privacy
all_easy = All Easy Read pages
all_bsl = All pages in BSL
all_young = All pages for young people
not_found = Page not found
statement = Accessibility statement
taxonomy_topics = Topics
taxonomy_audiences = For
taxonomy_conditions = Looking after someone with
taxonomy_areas = Areas
taxonomy_moments = When
expired = This page has ended
expired_on = It was here until { $date }. What it said may no longer be true.
expired_help = Talk to us and we will find what you need.

## Lengths and ages
duration =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
duration_seconds =
    { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }
ages_from_to = Ages { $from } to { $to }
ages_from = Age { $from } and over
ages_to = Up to age { $to }
from_to = { $from } to { $to }

## What the search says. The words in braces are filled in by the script.
search_count_zero = { $n } results
search_count_two = { $n } results
search_count_over = More than { $n } results
search_filters = Filter by area, cost, format and more
search_any = All
search_clear = Clear all filters
search_facet_cost = Cost
search_facet_format = Format
search_facet_language = Also in this language
search_section = On this page:
search_postcode = You typed a postcode. You can also look by area.
search_count_one = { $n } result
search_count_few = { $n } results
search_count_many = { $n } results
search_count_other = { $n } results
search_none = Nothing found for “{ $words }”
search_corrected = Showing results for “{ $used }”. No page has “{ $typed }”.
search_unknown = No page has: { $words }
search_lacks = Without: { $words }
search_some = Pages with some of these words
search_partly = No page has all of these words.
search_other = These pages are in another language: { $language }
search_more = Show more results
search_offline = You seem to be offline
search_broken = Part of the search did not arrive
search_none_help = Try other words, or fewer. Or talk to us and we will look with you.
search_error_help = You can still look from A to Z, or talk to us.
badge_service = Service
badge_strategy = Strategy
badge_consultation = Consultation
badge_update = Update
badge_event = Event
badge_glossary = Meaning of a word
badge_faq = Questions and answers
badge_free = Free
badge_full = Full
badge_closed = Closed for now
badge_ended = Ended

## The accessibility statement, in the words of the model statement where that has them
statement_who = { $name } runs this website. We want as many people as possible to be able to use it.
statement_can = You should be able to:
statement_can_zoom = zoom in to 400% without losing any of the text
statement_can_colours = change colours, contrast and fonts in your browser or device
statement_can_keyboard = use all of the site with a keyboard alone, or with speech recognition
statement_can_reader = listen to all of the site with a screen reader
statement_can_script = use all of the site without JavaScript, but for the search as you type
statement_compliance = How accessible this website is
statement_partly = This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to what is listed here.
statement_none = The automatic checks that ran when this site was made found no failure of the Web Content Accessibility Guidelines version 2.2 AA standard.
statement_untested = Automatic checks find only some of the failures. Tell us about any that you meet.
statement_enforcement = If you are not happy with our answer
statement_enforcement_text = The Equality and Human Rights Commission is responsible for enforcing the accessibility regulations of 2018 for public sector websites and apps. If you are not happy with how we answer your complaint, contact the
statement_enforcement_link = Equality Advisory and Support Service
statement_tested = How we tested this website
statement_tested_text = Every page was checked by the program that makes the site, on that day.

## Privacy, from the settings of the site
privacy = Privacy and cookies
privacy_missing = This page does not say yet: { $what }.
privacy_missing_controller = who is responsible
privacy_missing_host = who serves this site
privacy_missing_logs = how long records are kept
privacy_who = Who is responsible
privacy_controller = { $name } is responsible for this site, and for what we learn about you when you contact us.
privacy_registration = Registration with the Information Commissioner: { $number }
privacy_keep = What this site keeps about you
privacy_keep_text = Nothing. It has no accounts, and no statistics that follow you. Where a page has a video from another company, that company learns of it only if you choose to play it.
privacy_search = What you type into the search stays on your phone or computer. It is never sent to us.
privacy_cookies = Cookies
privacy_cookies_text = This site sets no cookies. It stores nothing on your phone or computer, but for a list of services that you ask it to keep.
privacy_host = What our host sees
privacy_host_text = The computers that serve this site see the address of your internet connection and the page you ask for, as those of every website do.
privacy_host_name = They belong to: { $host }
privacy_logs = These records are kept for: { $time }
privacy_contact = When you contact us
privacy_contact_text = If you call, text or write to us, we keep what we need to help you. You can ask to see what we hold, to correct it and to delete it.
privacy_history = What stays on your phone or computer
privacy_history_text = Your browser keeps a list of the pages you read. Someone who looks at your phone or computer can see it.
privacy_ask = Ask us about this
privacy_complain = If you are not happy with our answer, you can complain to the
privacy_complain_link = Information Commissioner’s Office

action_done_by = Done by { $date }.

## How a strategy is going, and the reports of past years
number_group = ,
as_of = This is how things were on { $date }.
action_done_on = Done: { $date }.
declined = declined to adopt it
declined_on = declined to adopt it on { $date }
pledged = This is our promise.
references = References
strategy_versions = Versions
strategy_replaced_by = A newer strategy has replaced this one:
strategy_progress = How it is going
measure_then = Then
measure_now = Now
measure_said = What carers said
measure_values = All the figures
progress_title = How the strategy is going
progress_more = See all of it added up
progress_counted = Each action is counted once. An action that is not done in time is counted as late.
progress_from = The actions are those of
progress_all = All actions
progress_priorities = Priority by priority
progress_partners = Partner by partner
progress_no_priority = Other actions
progress_no_owner = Nobody named yet
progress_late = What is late, and why
progress_stopped = What has stopped, and why
progress_measures = Are things getting better?
progress_reports = Reports of past years
progress_csv = Get all of this as a spreadsheet (CSV)
tally = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
tally_sentence = { $total }: { $parts }.
tally_done = { $count } done
tally_in_progress = { $count } in progress
tally_late = { $count } late
tally_not_started = { $count } not started
tally_stopped = { $count } stopped
report_title = Report for { $year }
report_about = What we promised to do from { $from } to { $to }, and what came of it.
report_made = This report was made on { $date }. What it says does not change any more.
report_corrections = Corrections
report_promised = What we promised
report_done = What we did
report_measures = Measures, then and now
report_due_later = { $count ->
    [one] { $count } more action is due later.
   *[other] { $count } more actions are due later.
}
report_csv = Get this report as a spreadsheet (CSV)
report_others = Other reports

## Long pages, a section at a time
split_contents = Contents
split_turn = Sections
split_of = Section { $number } of { $count }
split_previous = Back
split_next = Next
split_whole = All of it on one page, to print

## The booklet: chosen pages to read one after another, or to print
booklet = Booklet
booklet_about = Pages of this site to read one after another, or to print.
booklet_contents = In this booklet
booklet_whole = All of the booklet on one page, to print
booklet_part = Part { $number } of { $count }
booklet_turn = Parts of the booklet
booklet_page = This page on the site
booklet_made = Made on { $date }. Some of it may have changed since. If you are not sure, ask us.

## Opening times. `clock` is 12 or 24; the words in braces are filled in by the script
clock = 12
midday = midday
midnight = midnight
all_day = day and night
every_day = Every day
weekday_1 = Monday
weekday_2 = Tuesday
weekday_3 = Wednesday
weekday_4 = Thursday
weekday_5 = Friday
weekday_6 = Saturday
weekday_7 = Sunday
days_from_to = { $from } to { $to }
list_comma = {", "}
bank_holidays = bank holidays
term_time = in school terms only
every = every { $time }
every_weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
open_now = Open now
open_until = Open now, until { $time }
closed_now = Closed now
opens_today = Closed now. Opens today at { $time }
opens_on = Closed now. Opens on { $day } at { $time }

## Lists that can be narrowed
combination = { $term } in { $area }
combination_summary = { $term }: services, information and dates for carers in { $area }.
narrow = Narrow this list
narrow_all = Show all
narrow_any = All
narrow_areas = Area
narrow_topics = Topic
narrow_audiences = Who you are

## Other services that may help
nearby = Nearby in { $name }
related_help = More help: { $name }
whole_list = The whole list: { $title }
wrong_mail = Write to the people who look after this page:
wrong_subject = Wrong on this page:
wrong_phone = Or call:

## Letters to providers, in the main language alone
letter_subject = Please check your entry in { $site } by { $date }
letter_subject_quiet = Please check your entry by { $date }
letter_to = To { $name }
letter_intro = { $site } tells unpaid carers what you offer. Below is what they see today. Please read it, and reply by { $date }.
letter_sensitive = Please keep this letter within your team. It names a service whose users need to be safe.
letter_what = What to do
letter_right = If all of it is right, reply “It is right”.
letter_wrong = If something is wrong, reply with what is right. Look at phone numbers and opening times first.
letter_ended = If a service is full, is closed for now or has ended, tell us, and since when.
letter_silence = If we do not hear from you, we cannot tell readers that this was checked. When our own check is late, the page tells them to call before they travel.
letter_reply_email = Reply by email:
letter_reply_phone = Or call:
letter_page = The page, with more about what you do:
letter_status = Can carers use it now?
letter_status_open = Yes, it is open.
letter_provider = Who runs it
letter_sentence = In one sentence
letter_ages = Ages
letter_place = Where it is
letter_apply = To apply
letter_missing = The page does not say: { $facts }. Please tell us.
letter_last_checked = We last checked this on { $date }.
letter_never_checked = Nobody has written down when this was last checked.
letter_thanks = Thank you. A right number saves a carer an hour.
## Help near you
near_title = Find help near you
near_question = Where do you live, or where does the person you look after live?
near_hint = Type a postcode, such as { $example }. It stays on your phone or computer.
near_find = Find help
near_choose = Choose your district
near_apart = Do you live in different places?
near_apart_help = Type your own postcode above, and theirs here.
near_theirs = The postcode of the person you look after
near_districts = Choose a district
near_in = Help in { $area }
near_in_both = Help in { $area } and { $other }
near_is = { $postcode } is in { $area }.
near_part = { $postcode } is in { $area }. To see what is nearest, type the whole postcode, such as { $example }.
near_parts = Places that begin with { $postcode } are in more than one district. Type the whole postcode, or choose one of these:
near_unknown = We do not know the postcode { $postcode }. Please check it. It may be new.
near_elsewhere = We do not know { $postcode }. It may be outside { $county }. These can help you:
near_outside = { $postcode } is in { $area }, outside { $county }. Ask them what help there is:
near_beyond = { $postcode } is in { $area }, outside { $county }. These can help you:
near_islands = { $postcode } is in the Channel Islands or the Isle of Man. They have services of their own. These may help you:
near_odd = “{ $typed }” does not look like a postcode. A postcode looks like { $example }. You can also choose a district, or ask us:
near_empty = Type a postcode, such as { $example }. You can also choose a district, or ask us:
near_lost = The list did not load. You may be offline. Choose a district on this page, or ask us:
near_differs = Some services go by where you live. Others go by where the person you look after lives. Each one says which. Call them if you are not sure.
near_nearer = Each distance is from the home that the service goes by.
near_places = Places to go, nearest first
near_any_places = Places to go
near_rest = Other help in this area
near_wide = Help anywhere in the UK
near_more = Show more
near_miles_less = less than 1 mile, in a straight line
near_miles_one = about { $n } mile, in a straight line
near_miles_two = about { $n } miles, in a straight line
near_miles_few = about { $n } miles, in a straight line
near_miles_many = about { $n } miles, in a straight line
near_miles_other = about { $n } miles, in a straight line
near_count_zero = We know of no service that covers { $area }.
near_count_one = { $n } service covers { $area }.
near_count_two = { $n } services cover { $area }.
near_count_few = { $n } services cover { $area }.
near_count_many = { $n } services cover { $area }.
near_count_other = { $n } services cover { $area }.
near_next_door = If one of you lives outside { $county }
near_next_door_help = Ask the council there, or ask us. We will tell you who to call.
near_others = Also next door: { $places }.
near_privacy = The postcodes you type stay on your phone or computer too. Our host can see which small part of the list of postcodes your browser asks for. It can also see which services near there your browser asks for. From that it could tell roughly where a home is, such as in which part of a town. It cannot see the postcode. The postcode stays in the list of pages that your browser keeps.


## A short address, and a service on one sheet of paper
short_address = Short address:
handout = one-page handout
handout_link = Print a one-page handout
handout_copy = This sheet is a copy of what we checked on { $date }. The newest is here:
handout_copy_undated = This sheet is a copy. The newest is here:
handout_scan = Or point the camera of a phone at this code.
qr_code = QR code of { $address }

## The reader's own list. The words in braces are filled in by the script
list_title = My list
list_mine = My list ({ $n })
list_add = Add to my list
list_remove = Take off my list
list_added = It is on your list. Your list has: { $n }
list_removed = It is off your list. Your list has: { $n }
list_full = Your list is full. Take something off first.
list_why_not = This page cannot go on a list, because somebody else could see the list. This is the number:
list_without = A list needs JavaScript, which is off. Instead, print the page of a service, save its contact, or write down its number. Or ask us, and we will write the list with you.
list_empty = There is nothing on your list yet.
list_how = Choose “Add to my list” on the page of a service, or below its name in a list.
list_loading = Looking it up
list_missing = This is not on the site any more, or it cannot go on a list. Its name on your list was: { $id }
list_offline = This did not arrive. You seem to be offline.
list_again = Try again
list_up = Move up
list_down = Move down
list_place = { $name } is now number { $n } of { $count }
list_gone = Off your list: { $name }
list_gone_from_here = Off your list:
list_put_back = Put it back
list_back = On your list again: { $name }
list_copy = Copy a link to this list
list_copied = The link is copied
list_by_hand = Copy this link:
list_share = Share this list
list_email = Email a link to this list
list_made = Printed on { $date } from { $name }. Numbers and times can change.
list_keep_title = Come back to your list
list_where = Your list is in the address of this page, and nowhere else. It is never sent to us. If you send yourself the link, you can open the list again. Whoever sees the address, or what was open in this browser before, can see the list.
list_keep = Keep it on this phone or computer
list_open = Open the list kept here
list_forget = Forget the list kept here
list_ask = Does anyone else use this phone or computer?
list_yes = Yes, or I am not sure
list_no = No, only me
list_others = Then we do not keep it here, because they could find it. Send yourself the link, or print the list.
list_until = Kept here until { $date }.
list_kept = When you change your list, keep it again. To delete it before that day, choose “Forget the list kept here”.
list_none = No list is kept here.
list_over = The list kept here was too old, or could not be read. It is deleted.
list_opened = This is the list that you kept.
list_forgotten = It is deleted. No list is kept here now.
list_cannot = This browser does not let us keep anything. Send yourself the link, or print the list.
list_safe_title = Not everything can go on a list
list_sensitive = Some services can help someone who is in danger at home. They cannot go on a list, because somebody else could see it. Their pages say so, and give the number. You can always ask us.
privacy_list = If you make a list of services, it is in the address of the page, after the #, which is never sent to us. What was open in your browser before shows it, too. It stays on your phone or computer only if you ask for that, for 30 days, and you can delete it.

# What changed about services
changes_title = Changes to services
changes_feed = Follow all changes to services (Atom feed)
changes_link = See which services are new, have ended or have changed
changes_none = No service has changed since we began to write this down.
changes_lead = What changed with our update of { $date }.
changes_new = New
changes_ended = Ended
changes_other = Changed
changes_rest = { $count ->
    [one] One older change is not shown here.
   *[other] { $count } older changes are not shown here.
}
changes_all = All changes to services
changes_data = All changes as data (JSON)
changes_follow = Follow the changes
changes_follow_text = A feed reader tells you when something changes. Copy the address of one of these feeds into it.
changes_topics = By topic
changes_areas = By area
changes_email = Pass it on by email
changes_email_text = For groups, councils and practices that send news: the newest changes, ready to send.
changes_message = A message to open in your mail program
changes_digest = The words, with headings and links
changes_digest_text = The words as plain text
change_new = This service is new.
change_ended = This service has ended. Its page says what to do instead.
change_removed = This service is not on this site any more.
change_full = It is full.
change_closed = It is closed for now.
change_open = You can use it again.
change_title = It has a new name.
change_title_was = It has a new name. It was called { $was }.
change_place = Where you go has changed.
change_phone = The phone numbers have changed.
change_phone_new = It has a new phone number: { $number }.
change_hours = The opening times have changed.
change_cost = What it costs has changed.
change_address = Its page has a new address.
