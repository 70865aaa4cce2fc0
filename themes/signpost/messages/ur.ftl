# checked_by:
# وہ الفاظ جو تھیم ہر صفحے پر لکھتی ہے، اردو میں۔

## Every page
skip_to_content = سیدھے اصل مواد پر جائیں
nav_main = مرکزی مینو
nav_footer = اس ویب سائٹ کے بارے میں
breadcrumbs = آپ کہاں ہیں
search = تلاش کریں
search_label = اس ویب سائٹ میں تلاش کریں
notice = اہم:
staging = یہ آزمائشی ویب سائٹ ہے۔ یہاں لکھی ہوئی کسی بات پر بھروسا نہ کریں۔
draft = یہ مسودہ ہے۔ یہ ابھی شائع نہیں ہوا۔
contents = اس صفحے پر
formats = یہ صفحہ دوسری شکلوں اور زبانوں میں
ask_format = یہ صفحہ کسی اور شکل میں مانگیں
ask_format_help = ہمیں بتائیں کہ کون سا صفحہ چاہیے اور کس شکل میں۔ ہم آسان زبان (Easy Read)، بڑے حروف، آواز یا کسی اور زبان میں بھیج سکتے ہیں۔ ہم آپ کو پڑھ کر سنا سکتے ہیں، یا برطانوی اشاروں کی زبان (BSL) کے ترجمان کے ساتھ مل سکتے ہیں۔
machine_translation = اس صفحے کا ترجمہ کمپیوٹر نے کیا ہے۔ کسی نے اسے جانچا نہیں۔ اس پر بھروسا کرنے سے پہلے ہم سے پوچھ لیں۔
fallback = اس صفحے کا ترجمہ ابھی نہیں ہوا۔ اس کے الفاظ اس زبان میں ہیں: { $language }۔ ہم سے پوچھیں، ہم آپ کو آپ کی زبان میں سمجھا دیں گے۔
variant_older = انگریزی صفحے سے پرانا
older = یہ صفحہ انگریزی صفحے سے پرانا ہے۔ کچھ معلومات بدل چکی ہوں گی۔
overdue = یہ صفحہ کافی عرصے سے جانچا نہیں گیا۔
call_before = گھر سے نکلنے سے پہلے فون کر لیں۔

## Leave this site
exit = اس ویب سائٹ سے نکلیں
exit_hint = آپ Shift کا بٹن تین بار دبا کر بھی نکل سکتے ہیں۔
exit_two_more = Shift۔ نکلنے کے لیے 2 بار اور دبائیں۔
exit_one_more = Shift۔ نکلنے کے لیے 1 بار اور دبائیں۔
exit_leaving = آپ اس ویب سائٹ سے نکل رہے ہیں۔

## Ways to reach someone, always in this order
way_phone = فون
way_out_of_hours = جب ہماری فون لائن بند ہو
way_text = ٹیکسٹ پیغام
way_email = ای میل
way_website = ویب سائٹ
way_form = آن لائن فارم
way_form_to = { $name } کا آن لائن فارم
way_bsl = ویڈیو پر BSL میں بات کریں
way_bsl_to = { $name } سے ویڈیو پر BSL میں بات کریں
way_post = ڈاک
speaks = زبانیں: { $languages }
call_cost = کال کا خرچ: { $cost }
relay_uk = اگر آپ بولنے کے بجائے لکھنا چاہیں تو Relay UK استعمال کریں:
reply_time = جواب کا وقت: { $time }۔
cannot_phone = فون نہیں کر سکتے؟ ہمیں ٹیکسٹ یا ای میل کریں، ہم آپ کی طرف سے انہیں فون کریں گے۔
contact_us_instead = ہم سے رابطہ کریں، ہم آپ کا رابطہ کرا دیں گے۔

## The end of a page
about_page = اس صفحے کے بارے میں
last_checked = آخری بار جانچا گیا: { $date }۔
next_check = اگلی جانچ اس تاریخ تک: { $date }۔
last_changed = آخری تبدیلی: { $date }۔
owner = اس صفحے کی ذمہ دار ٹیم: { $name }۔
checked_with = ان کے ساتھ جانچا گیا: { $who }۔
translated_by_person = اس صفحے کا ترجمہ ایک انسان نے کیا ہے۔
translated_checked = اس صفحے کا ترجمہ ایک شخص نے کیا اور دوسرے نے جانچا ہے۔
wrong = کیا اس صفحے پر کوئی غلطی ہے؟
wrong_help = ہمیں بتائیں۔ ہم غلطیاں جلد درست کرتے ہیں، اور فون نمبر سب سے پہلے۔
wrong_title = ہمیں بتائیں کہ کیا غلط ہے
wrong_from = آپ اس صفحے سے آئے ہیں:
wrong_ways = ہمیں کیسے بتائیں
wrong_form = ہمارا فارم استعمال کریں
wrong_what = ہمیں کس بات سے مدد ملتی ہے
wrong_what_page = یہ کون سا صفحہ ہے: اس کا عنوان یا پتہ
wrong_what_wrong = کیا غلط ہے
wrong_what_right = صحیح کیا ہے، اگر آپ جانتے ہیں
wrong_no_name = آپ کو یہ بتانے کی ضرورت نہیں کہ آپ کون ہیں۔ یہ صفحہ خود سے کچھ نہیں بھیجتا۔
site_made = ہم نے یہ سائٹ { $date } کو بنائی۔
site_next = کچھ صفحات { $date } کو خود بخود بدل جائیں گے۔
wrong_teams = یا ان لوگوں کو لکھیں جو اس صفحے کی دیکھ بھال کرتے ہیں

## The foot of the site
need_help = کسی سے بات کریں
emergency = ہنگامی صورت میں
emergency_call = اگر کوئی خطرے میں ہو تو فون کریں
emergency_bsl = ویڈیو پر BSL میں، رجسٹریشن کے بغیر:
emergency_text = اگر آپ کا فون پہلے سے رجسٹرڈ ہے تو ٹیکسٹ کریں
emergency_silent = بول نہیں سکتے؟ موبائل سے 999 پر فون کریں۔ جب کہا جائے تو دبائیں
emergency_111 = فوری طبی مدد کے لیے فون کریں
emergency_111_bsl = NHS 111، BSL میں یا آن لائن:
emergency_child = بچے اور نوجوان فون کر سکتے ہیں
furniture_unchecked = اردو بولنے والے کسی شخص نے اس ویب سائٹ کے مستقل الفاظ ابھی نہیں جانچے۔ غلطی ہو تو ہمیں بتائیں۔
furniture_missing = مستقل الفاظ انگریزی میں ہیں کیونکہ کسی نے ابھی ان کا ترجمہ نہیں کیا۔
run_by = یہ ویب سائٹ { $name } چلاتی ہے اور وہی اس کی ذمہ دار ہے۔
no_tracking = یہ کوئی کوکی نہیں رکھتی اور آپ کا پیچھا نہیں کرتی۔

## Services
contact_jump = { $name } سے رابطہ کریں
what_it_is = یہ کیا ہے
run_by_provider = چلانے والا ادارہ:
who_for = کون استعمال کر سکتا ہے
cost = خرچ
area = علاقہ
national = پورے برطانیہ کے لوگوں کے لیے۔
area_of_carer = ان دیکھ بھال کرنے والوں کے لیے جو یہاں رہتے ہیں:
area_of_cared_for = ان کے لیے جو یہاں رہنے والے کسی شخص کی دیکھ بھال کرتے ہیں:
area_of_either = آپ کے لیے، اگر آپ یا وہ شخص جس کی آپ دیکھ بھال کرتے ہیں یہاں رہتا ہے:
area_of_gp = ان لوگوں کے لیے جن کا جی پی (GP) یہاں ہے:
area_ask = ان سے پوچھیں کہ وہ کن علاقوں میں کام کرتے ہیں۔
how_to_get = کیسے حاصل کریں
how_to_get_ask = انہیں فون، ٹیکسٹ یا ای میل کریں۔ تفصیل ”رابطہ“ کے نیچے ہے۔
referral = کون درخواست کر سکتا ہے
given_in_person = خود مل کر
given_phone = فون پر
given_online = آن لائن
given_at_home = گھر پر
given_video = ویڈیو پر
given_post = ڈاک سے
given = کس طریقے سے
waiting = انتظار کا وقت
checked_on = جانچ کی تاریخ: { $date }
opening_times = کھلنے کے اوقات
closed_on = بند: { $days }۔
access = رسائی
bsl_access = برطانوی اشاروں کی زبان (BSL)
bsl_access_staff_sign = عملہ اشاروں کی زبان جانتا ہے
bsl_access_interpreter_booked = وہ آپ کے لیے ترجمان کا انتظام کرتے ہیں
bsl_access_video_relay = ویڈیو ترجمان کے ذریعے
bsl_access_no = ترجمان نہیں ہے۔ ہم سے پوچھیں، ہم مدد کریں گے۔
bsl_access_ask = رابطہ کرتے وقت ترجمان مانگیں
languages_spoken = عملہ یہ زبانیں بولتا ہے
place_hidden = پتا عام نہیں کیا گیا۔ کہاں جانا ہے، یہ جاننے کے لیے ان سے رابطہ کریں۔
map = نقشہ
map_of = { $name } کا نقشہ
contact = رابطہ
save_contact = یہ رابطہ محفوظ کریں
print = پرنٹ کریں
print_large = بڑے حروف میں پرنٹ کریں
until = { $date } تک۔
until_past = ہمیں توقع تھی کہ یہ { $date } کو بدل جائے گا۔
status_full = اس وقت یہاں جگہ نہیں ہے۔
status_closed = یہ سروس فی الحال بند ہے۔
status_ended = یہ سروس ختم ہو چکی ہے۔
replaced_by = اس کے بجائے یہ استعمال کریں:

## Strategies
strategy_state = حالت
strategy_period = سال
strategy_partners = شراکت دار
strategy_boards = نگرانی کرنے والے بورڈ
strategy_replaces = یہ اس کی جگہ ہے
state_draft = مسودہ
state_consulting = مشاورت جاری ہے
state_approved = منظور شدہ
state_superseded = اس کی جگہ نئی آ چکی ہے
adopted = منظور کیا
adopted_on = منظور کیا: { $date }
not_adopted = ابھی منظور نہیں کیا
we_promise = ہمارا وعدہ
action_owner = کون: { $name }۔
action_due = کب تک: { $date }۔
action_not_started = شروع نہیں ہوا
action_in_progress = جاری ہے
action_done = ہو گیا
action_late = دیر ہو گئی
action_stopped = روک دیا گیا
measure_baseline = ہم نے کہاں سے شروع کیا
measure_target = ہم کہاں پہنچنا چاہتے ہیں
source = ماخذ
pledges = کا وعدہ۔

## Consultations
consultation_soon = جلد شروع ہوگی
consultation_open = جاری ہے
consultation_reading = بند ہو چکی ہے۔ ہم آپ کے جواب پڑھ رہے ہیں۔
consultation_finished = مکمل ہو گئی
consultation_from_to = شروع: { $from }۔ ختم: { $to }۔
consultation_closes = آخری تاریخ: { $date }۔
consultation_closed = بند ہونے کی تاریخ: { $date }۔
consultation_who = کون حصہ لے سکتا ہے
responses = { $count ->
    [one] { $count } شخص نے حصہ لیا۔
   *[other] { $count } لوگوں نے حصہ لیا۔
}
respond = حصہ کیسے لیں
respond_online = آن لائن حصہ لیں
respond_bsl = BSL میں حصہ لیں
respond_easy = آسان زبان کا فارم (Easy Read)
outcome_updated = نتیجہ آخری بار تازہ کیا گیا: { $date }۔
decision = کیا فیصلہ ہوا
we_asked = ہم نے پوچھا
you_said = آپ نے کہا
we_did = ہم نے کیا

## Updates and events
update_new = نیا
update_changed = تبدیلی
update_closed = بند
update_about = متعلقہ صفحات
event_when = کب
event_to = سے
event_where = کہاں
event_online = آن لائن
event_join = آن لائن شامل ہوں
event_book = جگہ بک کریں
event_cancelled = یہ پروگرام منسوخ ہو گیا ہے۔
event_bsl = BSL ترجمان موجود ہوگا
calendar_add = اپنے کیلنڈر میں شامل کریں
calendar_all = تمام پروگرام آپ کے کیلنڈر کے لیے
feed_updates = تبدیلیوں سے باخبر رہیں (Atom فیڈ)
open_data = ان خدمات کا کھلا ڈیٹا (JSON)

## Words
in_easy_words = آسان لفظوں میں:
also_called = دوسرے نام: { $words }۔
related = ملتے جلتے صفحات
downloads = ڈاؤن لوڈ
warning = خبردار:
important = اہم

## Lists
in_this_list = اس فہرست میں
letters = حروف
pages = اس فہرست کے صفحات
page_of = صفحہ { $number } از { $count }
previous = پچھلا صفحہ
next = اگلا صفحہ
card_who = کن کے لیے
card_formats = ان شکلوں میں بھی:

## Home
home_moments = آپ اس وقت کہاں ہیں؟
home_audiences = آپ کون ہیں؟
home_conditions = آپ کس کی دیکھ بھال کرتے ہیں؟
home_topics = موضوع کے لحاظ سے مدد تلاش کریں
home_updates = کیا بدلا ہے

## Search, and pages that are not there
search_question = آپ کو کیا چاہیے؟
search_description = کسی کی دیکھ بھال کرنے والے لوگوں کے لیے خدمات، رہنمائی اور جوابات اپنے الفاظ میں تلاش کریں۔
search_hint = مثلاً: آرام کا وقفہ، پیسے، ڈیمنشیا۔ آپ جو لکھتے ہیں وہ اسی فون یا کمپیوٹر پر رہتا ہے۔
search_without = تلاش کے لیے JavaScript چاہیے، جو بند ہے۔ آپ موضوع کے لحاظ سے یا حروفِ تہجی سے دیکھ سکتے ہیں۔
search_other_ways = تلاش کے دوسرے طریقے
a_to_z = حروفِ تہجی کے لحاظ سے
not_found_help = اس پتے پر کوئی صفحہ نہیں ہے۔ شاید صفحہ منتقل ہو گیا ہے، یا پتے میں غلطی ہے۔
not_found_home = پہلے صفحے پر جائیں
not_found_doors = یا کوئی راستہ چنیں
moved = یہ صفحہ نئے پتے پر ہے: { $title }
still_stuck = کیا آپ کا سوال یہاں نہیں ہے؟

## Videos and sound
captions = لکھے ہوئے الفاظ (کیپشن)
chapters = اس ویڈیو کے حصے
transcript = اس ریکارڈنگ کا متن
bsl_video = BSL ویڈیو: { $title }
bsl_video_long = BSL ویڈیو، { $duration }
bsl_watch = BSL ویڈیو دیکھیں: { $title }
bsl_watch_long = BSL ویڈیو دیکھیں: { $title } ({ $duration })
bsl_watch_part = یہ حصہ BSL میں دیکھیں
bsl_translator = مترجم
bsl_checked_by = جانچ کرنے والے
bsl_filmed = فلم بندی کی تاریخ
bsl_matches = صفحے کے مطابق، بتاریخ
video_small = چھوٹی فائل
video_large = بڑی فائل
video_watch = ویڈیو دیکھیں: { $title }
video_watch_on = { $host } پر ویڈیو دیکھیں: { $title }
video_remote = یہ ویڈیو { $host } پر ہے۔ اگر آپ اسے دیکھیں تو { $host } کو اس کا علم ہوگا، اور وہ آپ کے فون یا کمپیوٹر پر کوکیز رکھ سکتا ہے۔
audio_listen = سنیں: { $title }
audio_page = یہ صفحہ سنیں: { $title }

## For children
childline = ابھی کسی سے بات کرنے کے لیے Childline کو فون کریں:
childline_more = یہ دن رات مفت ہے۔ یہ کال فون کے بل پر نظر نہیں آتی۔

## Accessibility statement
statement_findings = ابھی کیا قابلِ رسائی نہیں
statement_findings_intro = یہ ویب سائٹ آخری بار بناتے وقت ہماری جانچ میں یہ مسائل ملے۔
statement_report = ہمیں مسئلہ بتائیں
statement_report_help = اگر آپ اس ویب سائٹ کا کوئی حصہ استعمال نہیں کر سکتے، یا یہ کسی اور شکل میں چاہیے، تو ہمیں بتائیں۔ ہم کام کے پانچ دنوں میں جواب دیتے ہیں۔
statement_prepared = یہ بیان اس تاریخ کو تیار ہوا: { $date }۔

## Privacy, from the settings of the site
privacy = رازداری اور کوکیز
privacy_missing = یہ صفحہ ابھی نہیں بتاتا: { $what }۔
privacy_missing_controller = ذمہ دار کون ہے
privacy_missing_host = یہ سائٹ کون چلاتا ہے
privacy_missing_logs = ریکارڈ کتنی دیر رکھا جاتا ہے
privacy_who = ذمہ دار کون ہے
privacy_controller = { $name } اس سائٹ کا اور اس معلومات کا ذمہ دار ہے جو آپ کے رابطہ کرنے پر ہمیں ملتی ہے۔
privacy_registration = انفارمیشن کمشنر کے پاس اندراج: { $number }
privacy_keep = یہ سائٹ آپ کے بارے میں کیا رکھتی ہے
privacy_keep_text = کچھ نہیں۔ اس میں نہ اکاؤنٹ ہیں اور نہ ایسے اعداد و شمار جو آپ کا پیچھا کریں۔ جہاں کسی صفحے پر دوسری کمپنی کی ویڈیو ہو، اس کمپنی کو صرف تب پتہ چلتا ہے جب آپ اسے چلائیں۔
privacy_search = آپ تلاش میں جو لکھتے ہیں وہ آپ کے فون یا کمپیوٹر پر رہتا ہے۔ یہ ہمیں کبھی نہیں بھیجا جاتا۔
privacy_cookies = کوکیز
privacy_cookies_text = یہ سائٹ کوئی کوکی نہیں رکھتی۔ یہ آپ کے فون یا کمپیوٹر پر کچھ محفوظ نہیں کرتی، سوائے سروسوں کی اس فہرست کے جسے آپ رکھنے کو کہیں۔
privacy_host = ہمارا میزبان کیا دیکھتا ہے
privacy_host_text = جو کمپیوٹر یہ سائٹ چلاتے ہیں وہ آپ کے انٹرنیٹ کنکشن کا پتہ اور وہ صفحہ دیکھتے ہیں جو آپ مانگتے ہیں، جیسا کہ ہر ویب سائٹ پر ہوتا ہے۔
privacy_host_name = یہ ان کے ہیں: { $host }
privacy_logs = یہ ریکارڈ اتنی دیر رکھا جاتا ہے: { $time }
privacy_contact = جب آپ ہم سے رابطہ کرتے ہیں
privacy_contact_text = اگر آپ ہمیں فون کریں، پیغام بھیجیں یا لکھیں تو ہم وہ رکھتے ہیں جو آپ کی مدد کے لیے ضروری ہو۔ آپ اسے دیکھنے، درست کرانے اور مٹوانے کی درخواست کر سکتے ہیں۔
privacy_history = آپ کے فون یا کمپیوٹر پر کیا رہتا ہے
privacy_history_text = آپ کا براؤزر ان صفحات کی فہرست رکھتا ہے جو آپ پڑھتے ہیں۔ جو شخص آپ کا فون یا کمپیوٹر دیکھے وہ اسے دیکھ سکتا ہے۔
privacy_ask = اس بارے میں ہم سے پوچھیں
privacy_complain = اگر آپ ہمارے جواب سے مطمئن نہیں تو آپ یہاں شکایت کر سکتے ہیں:
privacy_complain_link = انفارمیشن کمشنر کا دفتر
times = { $count ->
    [one] ایک بار
   *[other] { $count } بار
}

## Dates
date = { $day } { $month } { $year }
date_time = { $weekday }، { $date }، { $time }
month_1 = جنوری
month_2 = فروری
month_3 = مارچ
month_4 = اپریل
month_5 = مئی
month_6 = جون
month_7 = جولائی
month_8 = اگست
month_9 = ستمبر
month_10 = اکتوبر
month_11 = نومبر
month_12 = دسمبر

## Forms of a page
form_standard = معیاری
form_easy = آسان تحریر (Easy Read)
form_young = نوجوانوں کے لیے
form_bsl = BSL (اشاروں کی زبان)

## Types
type_page = رہنما اور معلومات
type_service = خدمات
type_strategy = حکمتِ عملی
type_consultation = مشاورت
type_update = تازہ معلومات
type_event = تقریبات
type_glossary = الفاظ کی وضاحت
type_faq = سوالات اور جوابات

## Doors
home = ابتدائی صفحہ
nav_services = خدمات
nav_topics = موضوعات
nav_areas = علاقے
nav_a_to_z = A سے Z تک
nav_easy = آسان تحریر (Easy Read)
nav_bsl = BSL
nav_emergencies = ہنگامی حالات
foot_guides = رہنما صفحات
foot_updates = کیا بدلا ہے
foot_events = تقریبات
foot_strategy = حکمتِ عملی
foot_consultations = اپنی رائے دیں
foot_professionals = میں نگہداشت کرنے والوں کے ساتھ کام کرتا ہوں
foot_young = نوجوان نگہداشت کرنے والوں کے لیے
foot_glossary = الفاظ کی وضاحت
foot_help = مدد حاصل کریں
foot_safe = محفوظ رہنا
foot_accessibility = رسائی
foot_privacy = رازداری
all_easy = آسان تحریر کے تمام صفحات
all_bsl = BSL کے تمام صفحات
all_young = نوجوانوں کے لیے تمام صفحات
not_found = صفحہ نہیں ملا
statement = رسائی کا بیان
taxonomy_topics = موضوعات
taxonomy_audiences = کس کے لیے
taxonomy_conditions = کس کی نگہداشت
taxonomy_areas = علاقے
taxonomy_moments = کب
expired = یہ صفحہ اب ختم ہو چکا ہے
expired_on = یہ { $date } تک موجود تھا۔ ہو سکتا ہے کہ اس کی باتیں اب درست نہ ہوں۔
expired_help = ہم سے بات کریں، ہم آپ کی ضرورت کی چیز تلاش کریں گے۔

## Lengths and ages
duration = { $minutes } منٹ { $seconds } سیکنڈ
duration_seconds = { $seconds } سیکنڈ
ages_from_to = عمر { $from } سے { $to } سال
ages_from = عمر { $from } سال یا زیادہ
ages_to = عمر { $to } سال تک
from_to = { $from } سے { $to } تک

## Search
search_count_zero = { $n } نتائج
search_count_two = { $n } نتائج
search_count_over = { $n } سے زیادہ نتائج
search_filters = علاقے، قیمت، شکل وغیرہ کے لحاظ سے چھانٹیں
search_any = سب
search_clear = تمام فلٹر ہٹائیں
search_facet_cost = قیمت
search_facet_format = شکل
search_facet_language = اس زبان میں بھی
search_section = اس صفحے پر:
search_postcode = آپ نے پوسٹ کوڈ لکھا ہے۔ آپ علاقے کے لحاظ سے بھی دیکھ سکتے ہیں۔
search_count_one = { $n } نتیجہ
search_count_few = { $n } نتائج
search_count_many = { $n } نتائج
search_count_other = { $n } نتائج
search_none = “{ $words }” کے لیے کچھ نہیں ملا
search_corrected = “{ $used }” کے نتائج۔ کسی صفحے پر “{ $typed }” نہیں ہے۔
search_unknown = کسی صفحے پر نہیں ہے: { $words }
search_lacks = اس کے بغیر: { $words }
search_some = وہ صفحات جن میں ان میں سے کچھ الفاظ ہیں
search_partly = کسی صفحے پر یہ سب الفاظ نہیں ہیں۔
search_other = یہ صفحات دوسری زبان میں ہیں: { $language }
search_more = مزید نتائج دکھائیں
search_offline = لگتا ہے آپ آف لائن ہیں
search_broken = تلاش کا کچھ حصہ نہیں پہنچا
search_none_help = دوسرے الفاظ آزمائیں یا کم الفاظ لکھیں۔ یا ہم سے بات کریں، ہم آپ کے ساتھ تلاش کریں گے۔
search_error_help = آپ اب بھی A سے Z تک دیکھ سکتے ہیں، یا ہم سے بات کر سکتے ہیں۔
badge_service = خدمت
badge_strategy = حکمتِ عملی
badge_consultation = مشاورت
badge_update = تازہ معلومات
badge_event = تقریب
badge_glossary = لفظ کا مطلب
badge_faq = سوالات اور جوابات
badge_free = مفت
badge_full = جگہ نہیں
badge_closed = فی الحال بند
badge_ended = ختم

action_done_by = { $date } تک مکمل۔

## Strategies over time, and long pages in sections
number_group = ,
as_of = { $date } کو صورتِ حال یہ تھی۔
action_done_on = مکمل: { $date }۔
declined = اپنانے سے انکار کیا
declined_on = { $date } کو اپنانے سے انکار کیا
pledged = یہ ہمارا وعدہ ہے۔
references = حوالے
strategy_versions = نسخے
strategy_replaced_by = ایک نئی حکمتِ عملی نے اس کی جگہ لے لی ہے:
strategy_progress = کام کیسا چل رہا ہے
measure_then = تب
measure_now = اب
measure_said = نگہداشت کرنے والوں نے کیا کہا
measure_values = تمام اعداد
progress_more = سب کچھ ایک ساتھ دیکھیں
split_contents = فہرست
split_turn = حصے
split_of = حصہ { $number } از { $count }
split_previous = پیچھے
split_next = آگے
split_whole = سب کچھ ایک صفحے پر، چھاپنے کے لیے

## The booklet: chosen pages to read one after another, or to print
booklet = کتابچہ
booklet_about = اس سائٹ کے صفحات، ایک کے بعد ایک پڑھنے یا چھاپنے کے لیے۔
booklet_contents = اس کتابچے میں
booklet_whole = پورا کتابچہ ایک صفحے پر، چھاپنے کے لیے
booklet_part = حصہ { $number } از { $count }
booklet_turn = کتابچے کے حصے
booklet_page = سائٹ پر یہ صفحہ
booklet_made = { $date } کو بنایا گیا۔ اس کے بعد کچھ بدل گیا ہو سکتا ہے۔ اگر آپ کو یقین نہ ہو تو ہم سے پوچھیں۔

## Opening times
clock = 24
midday = دوپہر
midnight = آدھی رات
all_day = دن رات
every_day = روزانہ
weekday_1 = پیر
weekday_2 = منگل
weekday_3 = بدھ
weekday_4 = جمعرات
weekday_5 = جمعہ
weekday_6 = ہفتہ
weekday_7 = اتوار
days_from_to = { $from } سے { $to }
list_comma = {"، "}
bank_holidays = بینک کی چھٹیاں
term_time = صرف اسکول کے دنوں میں
every = ہر { $time }
every_weeks = { $count ->
    [one] ہر ہفتے
   *[other] ہر { $count } ہفتے بعد
}
open_now = ابھی کھلا ہے
open_until = ابھی کھلا ہے، { $time } تک
closed_now = ابھی بند ہے
opens_today = ابھی بند ہے۔ آج { $time } بجے کھلے گا
opens_on = ابھی بند ہے۔ کھلے گا: { $day }، { $time }

## Lists that can be narrowed
combination = { $term }: { $area }
combination_summary = دیکھ بھال کرنے والوں کے لیے خدمات، معلومات اور تاریخیں: { $term }، { $area }۔
narrow = اس فہرست کو محدود کریں
narrow_all = سب دکھائیں
narrow_any = سب
narrow_areas = علاقہ
narrow_topics = موضوع
narrow_audiences = آپ کون ہیں

## Other services that may help
nearby = قریب میں: { $name }
related_help = مزید مدد: { $name }
whole_list = پوری فہرست: { $title }
wrong_mail = ان لوگوں کو لکھیں جو اس صفحے کے ذمہ دار ہیں:
wrong_subject = اس صفحے پر غلطی:
wrong_phone = یا فون کریں:

## Help near you
near_title = اپنے قریب مدد تلاش کریں
near_question = آپ کہاں رہتے ہیں، یا جس شخص کی آپ دیکھ بھال کرتے ہیں وہ کہاں رہتا ہے؟
near_hint = پوسٹ کوڈ لکھیں، جیسے { $example }۔ یہ آپ کے فون یا کمپیوٹر پر ہی رہتا ہے۔
near_find = مدد تلاش کریں
near_choose = اپنا ضلع چنیں
near_apart = کیا آپ الگ الگ جگہ رہتے ہیں؟
near_apart_help = اپنا پوسٹ کوڈ اوپر لکھیں، اور ان کا یہاں۔
near_theirs = اس شخص کا پوسٹ کوڈ جس کی آپ دیکھ بھال کرتے ہیں
near_districts = ضلع چنیں
near_in = { $area } میں مدد
near_in_both = { $area } اور { $other } میں مدد
near_is = { $postcode } { $area } میں ہے۔
near_part = { $postcode } { $area } میں ہے۔ یہ دیکھنے کے لیے کہ سب سے قریب کیا ہے، پورا پوسٹ کوڈ لکھیں، جیسے { $example }۔
near_parts = { $postcode } سے شروع ہونے والی جگہیں ایک سے زیادہ اضلاع میں ہیں۔ پورا پوسٹ کوڈ لکھیں، یا ان میں سے ایک چنیں:
near_unknown = ہم پوسٹ کوڈ { $postcode } نہیں جانتے۔ براہ کرم اسے دیکھ لیں۔ ہو سکتا ہے یہ نیا ہو۔
near_elsewhere = ہم { $postcode } نہیں جانتے۔ ہو سکتا ہے یہ { $county } سے باہر ہو۔ یہ آپ کی مدد کر سکتے ہیں:
near_outside = { $postcode } { $area } میں ہے، جو { $county } سے باہر ہے۔ ان سے پوچھیں کہ وہاں کیا مدد ہے:
near_beyond = { $postcode } { $area } میں ہے، جو { $county } سے باہر ہے۔ یہ آپ کی مدد کر سکتے ہیں:
near_islands = { $postcode } چینل آئی لینڈز یا آئل آف مین میں ہے۔ ان کی اپنی سروسز ہیں۔ شاید یہ آپ کی مدد کر سکیں:
near_odd = ”{ $typed }“ پوسٹ کوڈ نہیں لگتا۔ پوسٹ کوڈ ایسا ہوتا ہے: { $example }۔ آپ ضلع بھی چن سکتے ہیں، یا ہم سے پوچھیں:
near_empty = پوسٹ کوڈ لکھیں، جیسے { $example }۔ آپ ضلع بھی چن سکتے ہیں، یا ہم سے پوچھیں:
near_lost = فہرست نہیں کھلی۔ ہو سکتا ہے آپ آف لائن ہوں۔ اس صفحے پر ضلع چنیں، یا ہم سے پوچھیں:
near_differs = کچھ سروسز اس پر چلتی ہیں کہ آپ کہاں رہتے ہیں۔ کچھ اس پر کہ جس شخص کی آپ دیکھ بھال کرتے ہیں وہ کہاں رہتا ہے۔ ہر ایک پر لکھا ہے۔ یقین نہ ہو تو انہیں فون کریں۔
near_nearer = ہر فاصلہ اس گھر سے ہے جس پر سروس چلتی ہے۔
near_places = جانے کی جگہیں، سب سے قریب پہلے
near_any_places = جانے کی جگہیں
near_rest = اس علاقے میں دوسری مدد
near_wide = پورے برطانیہ میں کہیں بھی مدد
near_more = مزید دکھائیں
near_miles_less = 1 میل سے کم، سیدھی لکیر میں
near_miles_one = تقریباً { $n } میل، سیدھی لکیر میں
near_miles_two = تقریباً { $n } میل، سیدھی لکیر میں
near_miles_few = تقریباً { $n } میل، سیدھی لکیر میں
near_miles_many = تقریباً { $n } میل، سیدھی لکیر میں
near_miles_other = تقریباً { $n } میل، سیدھی لکیر میں
near_count_zero = ہمیں { $area } کے لیے کسی سروس کا علم نہیں۔
near_count_one = { $n } سروس { $area } کے لیے ہے۔
near_count_two = { $n } سروسز { $area } کے لیے ہیں۔
near_count_few = { $n } سروسز { $area } کے لیے ہیں۔
near_count_many = { $n } سروسز { $area } کے لیے ہیں۔
near_count_other = { $n } سروسز { $area } کے لیے ہیں۔
near_next_door = اگر آپ میں سے کوئی { $county } سے باہر رہتا ہے
near_next_door_help = وہاں کی کونسل سے پوچھیں، یا ہم سے پوچھیں۔ ہم بتائیں گے کہ کسے فون کرنا ہے۔
near_others = پڑوس میں یہ بھی ہیں: { $places }۔
near_privacy = جو پوسٹ کوڈ آپ لکھتے ہیں وہ بھی آپ کے فون یا کمپیوٹر پر ہی رہتے ہیں۔ ہمارا میزبان دیکھ سکتا ہے کہ آپ کا براؤزر پوسٹ کوڈز کی فہرست کا کون سا چھوٹا حصہ مانگتا ہے۔ وہ یہ بھی دیکھ سکتا ہے کہ آپ کا براؤزر وہاں کے قریب کی کون سی سروسز مانگتا ہے۔ اس سے اسے اندازہ ہو سکتا ہے کہ گھر کہاں ہے، مثلاً شہر کے کس حصے میں۔ وہ پوسٹ کوڈ نہیں دیکھ سکتا۔ پوسٹ کوڈ ان صفحوں کی فہرست میں رہتا ہے جو آپ کا براؤزر رکھتا ہے۔

## A short address, and a service on one sheet of paper
short_address = مختصر پتہ:
handout = ایک صفحے کا پرچہ
handout_link = ایک صفحے کا پرچہ چھاپیں
handout_copy = یہ پرچہ اس معلومات کی نقل ہے جو ہم نے { $date } کو جانچی۔ تازہ ترین یہاں ہے:
handout_copy_undated = یہ پرچہ ایک نقل ہے۔ تازہ ترین یہاں ہے:
handout_scan = یا فون کا کیمرا اس کوڈ کی طرف کریں۔
qr_code = کیو آر کوڈ: { $address }

## The reader's own list. The words in braces are filled in by the script
list_title = میری فہرست
list_mine = میری فہرست ({ $n })
list_add = میری فہرست میں شامل کریں
list_remove = میری فہرست سے ہٹائیں
list_added = یہ آپ کی فہرست میں ہے۔ آپ کی فہرست میں: { $n }
list_removed = یہ آپ کی فہرست سے ہٹ گیا۔ آپ کی فہرست میں: { $n }
list_full = آپ کی فہرست بھر گئی ہے۔ پہلے کچھ ہٹائیں۔
list_why_not = یہ صفحہ فہرست میں نہیں جا سکتا، کیونکہ کوئی اور وہ فہرست دیکھ سکتا ہے۔ نمبر یہ ہے:
list_without = فہرست کے لیے جاوا اسکرپٹ چاہیے، جو بند ہے۔ اس کے بجائے سروس کا صفحہ چھاپیں، اس کا رابطہ محفوظ کریں، یا اس کا نمبر لکھ لیں۔ یا ہم سے کہیں، ہم آپ کے ساتھ فہرست لکھیں گے۔
list_empty = آپ کی فہرست میں ابھی کچھ نہیں ہے۔
list_how = سروس کے صفحے پر، یا کسی فہرست میں اس کے نام کے نیچے، ”میری فہرست میں شامل کریں“ چنیں۔
list_loading = تلاش ہو رہی ہے
list_missing = یہ اب اس سائٹ پر نہیں ہے، یا فہرست میں نہیں جا سکتا۔ آپ کی فہرست میں اس کا نام تھا: { $id }
list_offline = یہ نہیں پہنچا۔ شاید آپ آف لائن ہیں۔
list_again = دوبارہ کوشش کریں
list_up = اوپر کریں
list_down = نیچے کریں
list_place = { $name } اب { $count } میں سے نمبر { $n } ہے
list_gone = آپ کی فہرست سے ہٹا دیا گیا: { $name }
list_gone_from_here = آپ کی فہرست سے ہٹا دیا گیا:
list_put_back = واپس رکھیں
list_back = پھر سے آپ کی فہرست میں: { $name }
list_copy = اس فہرست کا لنک نقل کریں
list_copied = لنک نقل ہو گیا
list_by_hand = یہ لنک نقل کریں:
list_share = یہ فہرست بھیجیں
list_email = اس فہرست کا لنک ای میل کریں
list_made = { $date } کو { $name } سے چھاپا گیا۔ نمبر اور اوقات بدل سکتے ہیں۔
list_keep_title = اپنی فہرست پر واپس آئیں
list_where = آپ کی فہرست اس صفحے کے پتے میں ہے، اور کہیں نہیں۔ یہ ہمیں کبھی نہیں بھیجی جاتی۔ اگر آپ خود کو لنک بھیجیں تو فہرست دوبارہ کھول سکتے ہیں۔ جو کوئی یہ پتہ، یا اس براؤزر میں پہلے کھلی چیزیں دیکھے، وہ فہرست دیکھ سکتا ہے۔
list_keep = اسے اس فون یا کمپیوٹر پر رکھیں
list_open = یہاں رکھی فہرست کھولیں
list_forget = یہاں رکھی فہرست بھلا دیں
list_ask = کیا کوئی اور یہ فون یا کمپیوٹر استعمال کرتا ہے؟
list_yes = ہاں، یا مجھے یقین نہیں
list_no = نہیں، صرف میں
list_others = تو ہم اسے یہاں نہیں رکھتے، کیونکہ وہ اسے دیکھ سکتے ہیں۔ خود کو لنک بھیجیں، یا فہرست چھاپ لیں۔
list_until = { $date } تک یہاں رکھی ہے۔
list_kept = جب آپ فہرست بدلیں تو اسے دوبارہ رکھیں۔ اس دن سے پہلے مٹانے کے لیے ”یہاں رکھی فہرست بھلا دیں“ چنیں۔
list_none = یہاں کوئی فہرست نہیں رکھی ہے۔
list_over = یہاں رکھی فہرست بہت پرانی تھی، یا پڑھی نہیں جا سکی۔ اسے مٹا دیا گیا ہے۔
list_opened = یہ وہ فہرست ہے جو آپ نے رکھی تھی۔
list_forgotten = مٹا دی گئی۔ اب یہاں کوئی فہرست نہیں ہے۔
list_cannot = یہ براؤزر ہمیں کچھ رکھنے نہیں دیتا۔ خود کو لنک بھیجیں، یا فہرست چھاپ لیں۔
list_safe_title = ہر چیز فہرست میں نہیں جا سکتی
list_sensitive = کچھ سروسیں ان کی مدد کرتی ہیں جو گھر میں خطرے میں ہیں۔ وہ فہرست میں نہیں جا سکتیں، کیونکہ کوئی اور اسے دیکھ سکتا ہے۔ ان کے صفحے یہ بتاتے ہیں، اور نمبر دیتے ہیں۔ آپ ہمیشہ ہم سے پوچھ سکتے ہیں۔
privacy_list = اگر آپ سروسوں کی فہرست بنائیں تو وہ صفحے کے پتے میں # کے بعد ہوتی ہے، جو ہمیں کبھی نہیں بھیجا جاتا۔ براؤزر میں پہلے کھلی چیزوں میں بھی وہ نظر آتی ہے۔ وہ آپ کے فون یا کمپیوٹر پر صرف آپ کے کہنے پر، 30 دن رہتی ہے، اور آپ اسے مٹا سکتے ہیں۔

# خدمات میں کیا بدلا
changes_title = خدمات میں تبدیلیاں
changes_feed = خدمات کی تمام تبدیلیوں سے باخبر رہیں (Atom فیڈ)
changes_link = دیکھیں کون سی خدمات نئی ہیں، ختم ہو گئی ہیں یا بدل گئی ہیں
changes_none = جب سے ہم نے یہ لکھنا شروع کیا ہے، کوئی خدمت نہیں بدلی۔
changes_lead = { $date } کی ہماری تازہ کاری میں کیا بدلا۔
changes_new = نئی
changes_ended = ختم ہو گئیں
changes_other = بدل گئیں
changes_rest = { $count ->
    [one] ایک پرانی تبدیلی یہاں نہیں دکھائی گئی۔
   *[other] { $count } پرانی تبدیلیاں یہاں نہیں دکھائی گئیں۔
}
changes_all = خدمات کی تمام تبدیلیاں
changes_data = تمام تبدیلیاں بطور ڈیٹا (JSON)
changes_follow = تبدیلیوں سے باخبر رہیں
changes_follow_text = فیڈ ریڈر آپ کو بتاتا ہے جب کچھ بدلتا ہے۔ ان میں سے کسی فیڈ کا پتہ اس میں نقل کریں۔
changes_topics = موضوع کے لحاظ سے
changes_areas = علاقے کے لحاظ سے
changes_email = ای میل سے آگے بھیجیں
changes_email_text = ان گروپوں، کونسلوں اور کلینکوں کے لیے جو خبریں بھیجتے ہیں: تازہ ترین تبدیلیاں، بھیجنے کے لیے تیار۔
changes_message = ایک پیغام جو آپ کے ای میل پروگرام میں کھلتا ہے
changes_digest = الفاظ، سرخیوں اور لنکس کے ساتھ
changes_digest_text = سادہ متن
change_new = یہ خدمت نئی ہے۔
change_ended = یہ خدمت ختم ہو گئی ہے۔ اس کا صفحہ بتاتا ہے کہ اس کی جگہ کیا کریں۔
change_removed = یہ خدمت اب اس ویب سائٹ پر نہیں ہے۔
change_full = یہاں جگہ نہیں ہے۔
change_closed = یہ فی الحال بند ہے۔
change_open = آپ اسے دوبارہ استعمال کر سکتے ہیں۔
change_title = اس کا نیا نام ہے۔
change_title_was = اس کا نیا نام ہے۔ پہلے نام تھا: { $was }۔
change_place = جہاں جانا ہے وہ جگہ بدل گئی ہے۔
change_phone = فون نمبر بدل گئے ہیں۔
change_phone_new = اس کا نیا فون نمبر ہے: { $number }۔
change_hours = کھلنے کے اوقات بدل گئے ہیں۔
change_cost = اس کی قیمت بدل گئی ہے۔
change_address = اس کے صفحے کا پتہ بدل گیا ہے۔
