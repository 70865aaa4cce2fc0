# checked_by:
# الكلمات التي تضعها السمة حول كل صفحة، بالعربية.

## Every page
skip_to_content = انتقل إلى المحتوى الرئيسي
nav_main = القائمة الرئيسية
nav_footer = عن هذا الموقع
breadcrumbs = أين أنت
search = بحث
search_label = ابحث في هذا الموقع
notice = مهم:
staging = هذا موقع تجريبي. لا تعتمد على أي شيء تقرؤه هنا.
draft = هذه مسودة. لم تُنشر بعد.
contents = في هذه الصفحة
formats = هذه الصفحة بصيغ ولغات أخرى
ask_format = اطلب هذه الصفحة بصيغة أخرى
ask_format_help = أخبرنا بالصفحة وبالصيغة التي تحتاجها. يمكننا إرسالها بصيغة سهلة القراءة أو بحروف كبيرة أو صوتًا أو بلغة أخرى. ويمكننا أيضًا أن نقرأها لك، أو أن نلتقي بك مع مترجم للغة الإشارة البريطانية (BSL).
machine_translation = ترجم الحاسوب هذه الصفحة. لم يراجعها أحد. اسألنا قبل أن تعتمد عليها.
fallback = لم يترجم أحد هذه الصفحة بعد. كلماتها بهذه اللغة: { $language }. اسألنا وسنشرحها لك بالعربية.
variant_older = أقدم من الصفحة الإنجليزية
older = هذه الصفحة أقدم من الصفحة الإنجليزية. قد تكون بعض المعلومات قد تغيرت.
overdue = لم نراجع هذه الصفحة منذ مدة أطول مما ينبغي.
call_before = اتصل قبل أن تذهب.

## Leave this site
exit = اخرج من هذا الموقع
exit_hint = يمكنك أيضًا أن تضغط مفتاح Shift ثلاث مرات.
exit_two_more = Shift. اضغطه مرتين أخريين للخروج.
exit_one_more = Shift. اضغطه مرة أخرى للخروج.
exit_leaving = تخرج الآن من هذا الموقع.

## Ways to reach someone, always in this order
way_phone = هاتف
way_out_of_hours = عندما يكون خط هاتفنا مغلقًا
way_text = رسالة نصية
way_email = بريد إلكتروني
way_website = موقع إلكتروني
way_form = نموذج على الإنترنت
way_form_to = نموذج على الإنترنت: { $name }
way_bsl = اتصال مرئي بلغة الإشارة البريطانية
way_bsl_to = اتصال مرئي بلغة الإشارة البريطانية: { $name }
way_post = بريد
speaks = اللغات: { $languages }
call_cost = تكلفة المكالمة: { $cost }
relay_uk = للكتابة بدل الكلام استخدم Relay UK:
reply_time = مدة الرد: { $time }.
cannot_phone = لا تستطيع الاتصال؟ أرسل لنا رسالة نصية أو بريدًا إلكترونيًا وسنتصل بهم نيابة عنك.
contact_us_instead = تواصل معنا وسنصلك بهم.

## The end of a page
about_page = عن هذه الصفحة
last_checked = آخر مراجعة: { $date }.
next_check = المراجعة القادمة قبل { $date }.
last_changed = آخر تغيير: { $date }.
owner = المسؤول عن هذه الصفحة: { $name }.
checked_with = روجعت مع { $who }.
translated_by_person = ترجم هذه الصفحة إنسان.
translated_checked = ترجم هذه الصفحة إنسان وراجعها إنسان آخر.
wrong = هل في هذه الصفحة خطأ؟
wrong_help = أخبرنا. نصحح الأخطاء بسرعة، وأرقام الهاتف أولًا.
wrong_title = أخبرنا بالخطأ
wrong_from = جئت من هذه الصفحة:
wrong_ways = كيف تخبرنا
wrong_form = استخدم نموذجنا
wrong_what = ما الذي يساعدنا
wrong_what_page = أي صفحة هي: عنوانها أو رابطها
wrong_what_wrong = ما هو الخطأ
wrong_what_right = ما هو الصحيح، إن كنت تعرفه
wrong_no_name = لا يلزمك أن تقول من أنت. هذه الصفحة لا ترسل شيئًا من تلقاء نفسها.
site_made = أنشأنا هذا الموقع في { $date }.
site_next = ستتغير بعض الصفحات من تلقاء نفسها في { $date }.
wrong_teams = أو اكتب إلى من يعتنون بالصفحة

## The foot of the site
need_help = تحدث إلى شخص
emergency = في حالة الطوارئ
emergency_call = إذا كان أحد في خطر فاتصل بالرقم
emergency_bsl = اتصل بلغة الإشارة البريطانية عبر الفيديو، بلا تسجيل:
emergency_text = إذا سجلت هاتفك من قبل فأرسل رسالة نصية إلى
emergency_silent = لا تستطيع الكلام؟ اتصل بالرقم 999 من هاتف محمول. وعندما يُطلب منك، اضغط
emergency_111 = للمساعدة الطبية العاجلة اتصل بـ
emergency_111_bsl = NHS 111 بلغة الإشارة البريطانية أو عبر الإنترنت:
emergency_child = يمكن للأطفال والشباب الاتصال بـ
furniture_unchecked = لم يراجع أحد من الناطقين بالعربية الكلمات الثابتة في هذا الموقع بعد. أخبرنا إن كانت خاطئة.
furniture_missing = الكلمات الثابتة بالإنجليزية لأن أحدًا لم يترجمها بعد.
run_by = يدير هذا الموقع ويُسأل عنه: { $name }.
no_tracking = لا يحفظ ملفات تعريف الارتباط ولا يتتبعك.

## Services
contact_jump = تواصل مع { $name }
what_it_is = ما هذه الخدمة
run_by_provider = تديرها
who_for = من يستطيع استخدامها
cost = التكلفة
area = المنطقة
national = للناس في أي مكان في المملكة المتحدة.
area_of_carer = لمقدمي الرعاية الذين يسكنون في
area_of_cared_for = لمن يرعون شخصًا في
area_of_either = لك إذا كنت أنت، أو الشخص الذي ترعاه، تسكن في
area_of_gp = لمن طبيبهم العام في
area_ask = اسألهم عن الأماكن التي يخدمونها.
how_to_get = كيف تحصل عليها
how_to_get_ask = اتصل بهم أو أرسل رسالة نصية أو بريدًا إلكترونيًا. التفاصيل تحت «التواصل».
referral = من يستطيع أن يطلب
given = كيف تُقدَّم
given_in_person = وجهًا لوجه
given_phone = بالهاتف
given_online = عبر الإنترنت
given_at_home = في المنزل
given_video = بالفيديو
given_post = بالبريد
waiting = مدة الانتظار
checked_on = روجعت في { $date }
opening_times = أوقات العمل
closed_on = مغلق: { $days }.
access = سهولة الوصول
bsl_access = لغة الإشارة البريطانية
bsl_access_staff_sign = الموظفون يستخدمون لغة الإشارة
bsl_access_interpreter_booked = يحجزون لك مترجمًا
bsl_access_video_relay = عبر الترجمة بالفيديو
bsl_access_no = لا يوجد مترجم. اسألنا وسنساعدك.
bsl_access_ask = اطلب مترجمًا عندما تتواصل معهم
languages_spoken = اللغات التي يتكلمها الموظفون
place_hidden = العنوان غير معلن. تواصل معهم لتعرف أين تذهب.
map = خريطة
map_of = خريطة { $name }
contact = التواصل
save_contact = احفظ جهة الاتصال هذه
print = اطبع
print_large = اطبع بحروف كبيرة
until = حتى { $date }.
until_past = توقعنا أن يتغير هذا في { $date }.
status_full = هذه الخدمة ممتلئة الآن.
status_closed = هذه الخدمة مغلقة الآن.
status_ended = انتهت هذه الخدمة.
replaced_by = استخدم هذه بدلًا منها:

## Strategies
strategy_state = الحالة
strategy_period = السنوات
strategy_partners = الشركاء
strategy_boards = المجالس التي تتابعها
strategy_replaces = تحل محل
state_draft = مسودة
state_consulting = قيد التشاور
state_approved = معتمدة
state_superseded = حلت محلها أحدث منها
adopted = اعتمدها
adopted_on = اعتمدها في { $date }
not_adopted = لم يعتمدها بعد
we_promise = نتعهد
action_owner = من: { $name }.
action_due = قبل { $date }.
action_done_by = أُنجز قبل { $date }.
action_not_started = لم يبدأ
action_in_progress = جارٍ
action_done = أُنجز
action_late = متأخر
action_stopped = متوقف
measure_baseline = من أين بدأنا
measure_target = إلى أين نريد أن نصل
source = المصدر
pledges = تعهد بهذا.

## Consultations
consultation_soon = سيُفتح قريبًا
consultation_open = مفتوح
consultation_reading = مغلق. نقرأ ما قلتم.
consultation_finished = انتهى
consultation_from_to = يُفتح في { $from } ويُغلق في { $to }.
consultation_closes = يُغلق في { $date }.
consultation_closed = أُغلق في { $date }.
consultation_who = من يستطيع المشاركة
responses = { $count ->
    [zero] لم يشارك أحد.
    [one] شارك شخص واحد.
    [two] شارك شخصان.
    [few] شارك { $count } أشخاص.
    [many] شارك { $count } شخصًا.
   *[other] شارك { $count } شخص.
}
respond = كيف تشارك
respond_online = شارك عبر الإنترنت
respond_bsl = شارك بلغة الإشارة البريطانية
respond_easy = نموذج سهل القراءة
outcome_updated = آخر تحديث للنتيجة: { $date }.
decision = ما الذي تقرر
we_asked = سألنا
you_said = قلتم
we_did = فعلنا

## Updates and events
update_new = جديد
update_changed = تغيّر
update_closed = أُغلق
update_about = الصفحات المعنية
event_when = متى
event_to = إلى
event_where = أين
event_online = عبر الإنترنت
event_join = انضم عبر الإنترنت
event_book = احجز مكانًا
event_cancelled = أُلغيت هذه الفعالية.
event_bsl = سيحضر مترجم BSL
calendar_add = أضفها إلى تقويمك
calendar_all = كل الفعاليات لتقويمك
feed_updates = تابع ما تغيّر (خلاصة Atom)
open_data = هذه الخدمات كبيانات مفتوحة (JSON)

## Words
in_easy_words = بكلمات سهلة:
also_called = أسماء أخرى: { $words }.
related = صفحات ذات صلة
downloads = ملفات للتنزيل
warning = تحذير:
important = مهم

## Lists
in_this_list = في هذه القائمة
letters = الحروف
pages = صفحات هذه القائمة
page_of = صفحة { $number } من { $count }
previous = الصفحة السابقة
next = الصفحة التالية
card_who = لمن
card_formats = متاحة أيضًا:

## Home
home_moments = أين أنت الآن؟
home_audiences = من أنت؟
home_conditions = من ترعى؟
home_topics = ابحث عن المساعدة حسب الموضوع
home_updates = ما الذي تغيّر

## Search, and pages that are not there
search_question = ماذا تحتاج؟
search_description = ابحث بكلماتك عن خدمات وأدلة وإجابات للأشخاص الذين يعتنون بشخص ما.
search_hint = مثلًا: راحة، مال، خرف. ما تكتبه يبقى على هذا الهاتف أو الحاسوب.
search_without = يحتاج البحث إلى JavaScript وهو متوقف. يمكنك أن تبحث حسب الموضوع أو من الألف إلى الياء.
search_other_ways = طرق أخرى للبحث
a_to_z = قائمة أبجدية
not_found_help = لا توجد صفحة في هذا العنوان. ربما نُقلت، أو في العنوان خطأ.
not_found_home = اذهب إلى الصفحة الأولى
not_found_doors = أو اختر طريقًا
moved = نُقلت هذه الصفحة: { $title }
still_stuck = ألم تجد سؤالك هنا؟

## Videos and sound
captions = نص مصاحب
chapters = أجزاء هذا الفيديو
transcript = كلمات هذا التسجيل
bsl_video = فيديو بلغة الإشارة البريطانية: { $title }
bsl_video_long = فيديو بلغة الإشارة البريطانية، { $duration }
bsl_watch = شاهد الفيديو بلغة الإشارة البريطانية: { $title }
bsl_watch_long = شاهد الفيديو بلغة الإشارة البريطانية: { $title } ({ $duration })
bsl_watch_part = شاهد هذا الجزء بلغة الإشارة البريطانية
bsl_translator = المترجم
bsl_checked_by = راجعه
bsl_filmed = تاريخ التصوير
bsl_matches = يطابق الصفحة في
video_small = ملف صغير
video_large = ملف كبير
video_watch = شاهد الفيديو: { $title }
video_watch_on = شاهد الفيديو على { $host }: { $title }
video_remote = هذا الفيديو على { $host }. إذا شاهدته، يعرف { $host } ذلك، وقد يحفظ ملفات تعريف ارتباط على هاتفك أو جهازك.
audio_listen = استمع: { $title }
audio_page = استمع إلى هذه الصفحة: { $title }

## For children
childline = لتتحدث إلى شخص الآن، اتصل بـ Childline:
childline_more = المكالمة مجانية ليلًا ونهارًا. ولا تظهر في فاتورة الهاتف.

## Accessibility statement
statement_findings = ما ليس سهل الوصول بعد
statement_findings_intro = وجدت فحوصنا هذه المشكلات عند آخر بناء لهذا الموقع.
statement_report = أخبرنا عن مشكلة
statement_report_help = أخبرنا إن لم تستطع استخدام جزء من هذا الموقع أو احتجت إليه بصيغة أخرى. نرد خلال خمسة أيام عمل.
statement_prepared = أُعد هذا البيان في { $date }.

## Privacy, from the settings of the site
privacy = الخصوصية وملفات تعريف الارتباط
privacy_missing = لا تذكر هذه الصفحة بعد: { $what }.
privacy_missing_controller = من هو المسؤول
privacy_missing_host = من يستضيف هذا الموقع
privacy_missing_logs = مدة حفظ السجلات
privacy_who = من هو المسؤول
privacy_controller = { $name } هي المسؤولة عن هذا الموقع وعمّا نعرفه عنك عندما تتواصل معنا.
privacy_registration = التسجيل لدى مفوض المعلومات: { $number }
privacy_keep = ما يحتفظ به هذا الموقع عنك
privacy_keep_text = لا شيء. ليست فيه حسابات ولا إحصاءات تتبعك. وإذا كان في صفحة مقطع مصور من شركة أخرى، فلا تعلم تلك الشركة إلا إذا اخترت تشغيله.
privacy_search = ما تكتبه في البحث يبقى على هاتفك أو حاسوبك، ولا يُرسل إلينا أبدًا.
privacy_cookies = ملفات تعريف الارتباط
privacy_cookies_text = لا يضع هذا الموقع ملفات تعريف ارتباط. ولا يخزّن شيئًا على هاتفك أو حاسوبك، إلا قائمة خدمات تطلب حفظها.
privacy_host = ما يراه مستضيفنا
privacy_host_text = ترى الحواسيب التي تقدم هذا الموقع عنوان اتصالك بالإنترنت والصفحة التي تطلبها، كما في كل موقع.
privacy_host_name = وهي تعود إلى: { $host }
privacy_logs = تُحفظ هذه السجلات لمدة: { $time }
privacy_contact = عندما تتواصل معنا
privacy_contact_text = إذا اتصلت بنا أو راسلتنا فإننا نحتفظ بما نحتاج إليه لمساعدتك. ويمكنك أن تطلب الاطلاع على ما لدينا وتصحيحه وحذفه.
privacy_history = ما يبقى على هاتفك أو حاسوبك
privacy_history_text = يحتفظ متصفحك بقائمة الصفحات التي تقرؤها. ويمكن لمن ينظر في هاتفك أو حاسوبك أن يراها.
privacy_ask = اسألنا عن هذا
privacy_complain = إذا لم ترضَ عن جوابنا يمكنك تقديم شكوى إلى
privacy_complain_link = مكتب مفوض المعلومات
times = { $count ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}

## Dates: the day, the month and the year; the names of months as they stand after a day
date = { $day } { $month } { $year }
date_time = { $weekday } { $date }، { $time }
month_1 = يناير
month_2 = فبراير
month_3 = مارس
month_4 = أبريل
month_5 = مايو
month_6 = يونيو
month_7 = يوليو
month_8 = أغسطس
month_9 = سبتمبر
month_10 = أكتوبر
month_11 = نوفمبر
month_12 = ديسمبر

## Forms of a page
form_standard = عادي
form_easy = سهل القراءة
form_young = للشباب
form_bsl = BSL

## Types, as headings of lists
type_page = أدلة ومعلومات
type_service = خدمات
type_strategy = استراتيجيات
type_consultation = مشاورات
type_update = مستجدات
type_event = فعاليات
type_glossary = شرح الكلمات
type_faq = أسئلة وأجوبة

## Doors
home = الصفحة الرئيسية
nav_services = الخدمات
nav_topics = المواضيع
nav_areas = المناطق
nav_a_to_z = قائمة أبجدية
nav_easy = سهل القراءة
nav_bsl = BSL
nav_emergencies = الطوارئ
foot_guides = الأدلة
foot_updates = ما الذي تغيّر
foot_events = الفعاليات
foot_strategy = الاستراتيجية
foot_consultations = قل رأيك
foot_professionals = أعمل مع مقدمي الرعاية
foot_young = لمقدمي الرعاية الصغار
foot_glossary = شرح الكلمات
foot_help = احصل على المساعدة
foot_safe = ابقَ آمنًا
foot_accessibility = سهولة الوصول
foot_privacy = الخصوصية
all_easy = كل الصفحات سهلة القراءة
all_bsl = كل الصفحات بلغة الإشارة البريطانية
all_young = كل الصفحات للشباب
not_found = الصفحة غير موجودة
statement = بيان سهولة الوصول
taxonomy_topics = المواضيع
taxonomy_audiences = لمن
taxonomy_conditions = رعاية شخص لديه
taxonomy_areas = المناطق
taxonomy_moments = متى
expired = انتهت هذه الصفحة
expired_on = كانت هنا حتى { $date }. ربما لم يعد ما فيها صحيحًا.
expired_help = تحدث إلينا وسنجد ما تحتاجه.

## Lengths and ages
duration =
    { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    } و{ $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }
duration_seconds =
    { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }
ages_from_to = من عمر { $from } إلى { $to }
ages_from = من عمر { $from } فأكثر
ages_to = حتى عمر { $to }
from_to = من { $from } إلى { $to }

## What the search says. The words in braces are filled in by the script.
search_count_zero = لا نتائج
search_count_one = نتيجة واحدة
search_count_two = نتيجتان
search_count_few = { $n } نتائج
search_count_many = { $n } نتيجة
search_count_other = { $n } نتيجة
search_count_over = أكثر من { $n } نتيجة
search_filters = صنّف حسب المنطقة والتكلفة والصيغة وغيرها
search_any = الكل
search_clear = امسح كل عوامل التصنيف
search_facet_cost = التكلفة
search_facet_format = الصيغة
search_facet_language = متاح أيضًا بهذه اللغة
search_section = في هذه الصفحة:
search_postcode = كتبت رمزًا بريديًا. يمكنك أيضًا البحث حسب المنطقة.
search_none = لا نتائج لـ «{ $words }»
search_corrected = نعرض نتائج «{ $used }». لا توجد صفحة فيها «{ $typed }».
search_unknown = لا توجد صفحة فيها: { $words }
search_lacks = من دون: { $words }
search_some = صفحات فيها بعض هذه الكلمات
search_partly = لا توجد صفحة فيها كل هذه الكلمات.
search_other = هذه الصفحات بلغة أخرى: { $language }
search_more = اعرض المزيد من النتائج
search_offline = يبدو أنك غير متصل بالإنترنت
search_broken = لم يصل جزء من البحث
search_none_help = جرّب كلمات أخرى أو أقل. أو تحدث إلينا وسنبحث معك.
search_error_help = ما زال بإمكانك استخدام القائمة الأبجدية أو التحدث إلينا.
badge_service = خدمة
badge_strategy = استراتيجية
badge_consultation = مشاورة
badge_update = مستجد
badge_event = فعالية
badge_glossary = معنى كلمة
badge_faq = أسئلة وأجوبة
badge_free = مجانًا
badge_full = ممتلئة
badge_closed = مغلقة الآن
badge_ended = انتهت

## Strategies over time, and long pages in sections
number_group = ,
as_of = هكذا كان الحال في { $date }.
action_done_on = أُنجز: { $date }.
declined = رفض اعتمادها
declined_on = رفض اعتمادها في { $date }
pledged = هذا وعدنا.
references = المراجع
strategy_versions = النسخ
strategy_replaced_by = حلت محل هذه استراتيجية أحدث:
strategy_progress = كيف تسير الأمور
measure_then = آنذاك
measure_now = الآن
measure_said = ماذا قال مقدمو الرعاية
measure_values = كل الأرقام
progress_more = انظر إلى كل ذلك مجموعًا
split_contents = المحتويات
split_turn = الأقسام
split_of = القسم { $number } من { $count }
split_previous = السابق
split_next = التالي
split_whole = كله في صفحة واحدة للطباعة

## The booklet: chosen pages to read one after another, or to print
booklet = الكتيّب
booklet_about = صفحات من هذا الموقع لتقرأها واحدة بعد أخرى أو لتطبعها.
booklet_contents = في هذا الكتيّب
booklet_whole = الكتيّب كله في صفحة واحدة للطباعة
booklet_part = الجزء { $number } من { $count }
booklet_turn = أجزاء الكتيّب
booklet_page = هذه الصفحة في الموقع
booklet_made = أُعدّ في { $date }. ربما تغيّر بعضه منذ ذلك الحين. إن لم تكن متأكدًا فاسألنا.

## Opening times
clock = 24
midday = الظهر
midnight = منتصف الليل
all_day = ليلًا ونهارًا
every_day = كل يوم
weekday_1 = الاثنين
weekday_2 = الثلاثاء
weekday_3 = الأربعاء
weekday_4 = الخميس
weekday_5 = الجمعة
weekday_6 = السبت
weekday_7 = الأحد
days_from_to = من { $from } إلى { $to }
list_comma = {"، "}
bank_holidays = أيام العطل الرسمية
term_time = أثناء الفصول الدراسية فقط
every = كل { $time }
every_weeks = { $count ->
    [zero] كل { $count } أسبوع
    [one] كل أسبوع
    [two] كل أسبوعين
    [few] كل { $count } أسابيع
    [many] كل { $count } أسبوعًا
   *[other] كل { $count } أسبوع
}
open_now = مفتوح الآن
open_until = مفتوح الآن حتى الساعة { $time }
closed_now = مغلق الآن
opens_today = مغلق الآن. يفتح اليوم الساعة { $time }
opens_on = مغلق الآن. يفتح يوم { $day } الساعة { $time }

## Lists that can be narrowed
combination = { $term }: { $area }
combination_summary = خدمات ومعلومات ومواعيد لمقدمي الرعاية: { $term }، { $area }.
narrow = تضييق هذه القائمة
narrow_all = عرض الكل
narrow_any = الكل
narrow_areas = المنطقة
narrow_topics = الموضوع
narrow_audiences = من أنت

## Other services that may help
nearby = بالقرب منك: { $name }
related_help = مزيد من المساعدة: { $name }
whole_list = القائمة كاملة: { $title }
wrong_mail = اكتب إلى المسؤولين عن هذه الصفحة:
wrong_subject = خطأ في هذه الصفحة:
wrong_phone = أو اتصل على:

## Help near you
near_title = ابحث عن مساعدة بالقرب منك
near_question = أين تسكن، أو أين يسكن الشخص الذي ترعاه؟
near_hint = اكتب رمزًا بريديًا، مثل { $example }. يبقى على هاتفك أو حاسوبك.
near_find = ابحث عن مساعدة
near_choose = اختر منطقتك
near_apart = هل تسكنان في مكانين مختلفين؟
near_apart_help = اكتب رمزك البريدي في الأعلى، ورمزه هنا.
near_theirs = الرمز البريدي للشخص الذي ترعاه
near_districts = اختر منطقة
near_in = المساعدة في { $area }
near_in_both = المساعدة في { $area } و{ $other }
near_is = { $postcode } في { $area }.
near_part = { $postcode } في { $area }. لترى الأقرب إليك، اكتب الرمز البريدي كاملًا، مثل { $example }.
near_parts = الأماكن التي تبدأ بـ { $postcode } تقع في أكثر من منطقة. اكتب الرمز البريدي كاملًا، أو اختر واحدة من هذه:
near_unknown = لا نعرف الرمز البريدي { $postcode }. تحقق منه من فضلك. قد يكون جديدًا.
near_elsewhere = لا نعرف { $postcode }. قد يكون خارج { $county }. هؤلاء يمكنهم مساعدتك:
near_outside = { $postcode } في { $area }، خارج { $county }. اسألهم عن المساعدة هناك:
near_beyond = { $postcode } في { $area }، خارج { $county }. هؤلاء يمكنهم مساعدتك:
near_islands = { $postcode } في جزر القنال أو جزيرة مان. لديها خدماتها الخاصة. قد يساعدك هؤلاء:
near_odd = ”{ $typed }“ لا يبدو رمزًا بريديًا. الرمز البريدي يكون مثل { $example }. يمكنك أيضًا اختيار منطقة، أو سؤالنا:
near_empty = اكتب رمزًا بريديًا، مثل { $example }. يمكنك أيضًا اختيار منطقة، أو سؤالنا:
near_lost = لم تُحمَّل القائمة. قد تكون غير متصل بالإنترنت. اختر منطقة في هذه الصفحة، أو اسألنا:
near_differs = بعض الخدمات تعتمد على مكان سكنك. وغيرها يعتمد على مكان سكن الشخص الذي ترعاه. كل خدمة تذكر ذلك. اتصل بهم إن لم تكن متأكدًا.
near_nearer = كل مسافة محسوبة من المنزل الذي تعتمد عليه الخدمة.
near_places = أماكن تذهب إليها، الأقرب أولًا
near_any_places = أماكن تذهب إليها
near_rest = مساعدة أخرى في هذه المنطقة
near_wide = مساعدة في أي مكان في المملكة المتحدة
near_more = اعرض المزيد
near_miles_less = أقل من ميل واحد، في خط مستقيم
near_miles_one = نحو ميل واحد، في خط مستقيم
near_miles_two = نحو ميلين، في خط مستقيم
near_miles_few = نحو { $n } أميال، في خط مستقيم
near_miles_many = نحو { $n } ميلًا، في خط مستقيم
near_miles_other = نحو { $n } ميل، في خط مستقيم
near_count_zero = لا نعرف خدمة تغطي { $area }.
near_count_one = خدمة واحدة تغطي { $area }.
near_count_two = خدمتان تغطيان { $area }.
near_count_few = { $n } خدمات تغطي { $area }.
near_count_many = { $n } خدمة تغطي { $area }.
near_count_other = { $n } خدمة تغطي { $area }.
near_next_door = إذا كان أحدكما يسكن خارج { $county }
near_next_door_help = اسأل المجلس المحلي هناك، أو اسألنا. سنخبرك بمن تتصل.
near_others = في الجوار أيضًا: { $places }.
near_privacy = الرموز البريدية التي تكتبها تبقى أيضًا على هاتفك أو حاسوبك. يستطيع مضيفنا أن يرى أي جزء صغير من قائمة الرموز البريدية يطلبه متصفحك. ويستطيع أن يرى أيضًا أي خدمات قريبة من هناك يطلبها متصفحك. ومن ذلك قد يعرف تقريبًا أين يقع المنزل، مثلًا في أي جزء من المدينة. ولا يستطيع أن يرى الرمز البريدي. يبقى الرمز البريدي في قائمة الصفحات التي يحفظها متصفحك.

## A short address, and a service on one sheet of paper
short_address = عنوان قصير:
handout = نشرة من صفحة واحدة
handout_link = اطبع نشرة من صفحة واحدة
handout_copy = هذه الورقة نسخة مما تحققنا منه في { $date }. الأحدث هنا:
handout_copy_undated = هذه الورقة نسخة. الأحدث هنا:
handout_scan = أو وجّه كاميرا الهاتف إلى هذا الرمز.
qr_code = رمز QR لـ { $address }

## The reader's own list. The words in braces are filled in by the script
list_title = قائمتي
list_mine = قائمتي ({ $n })
list_add = أضف إلى قائمتي
list_remove = أزل من قائمتي
list_added = أضيف إلى قائمتك. في قائمتك: { $n }
list_removed = أزيل من قائمتك. في قائمتك: { $n }
list_full = قائمتك ممتلئة. أزل شيئًا منها أولًا.
list_why_not = لا يمكن وضع هذه الصفحة في قائمة، لأن شخصًا آخر قد يرى القائمة. هذا هو الرقم:
list_without = تحتاج القائمة إلى جافا سكريبت، وهو متوقف. بدلًا من ذلك اطبع صفحة الخدمة، أو احفظ جهة الاتصال، أو اكتب رقمها. أو اسألنا وسنكتب القائمة معك.
list_empty = لا يوجد شيء في قائمتك بعد.
list_how = اختر «أضف إلى قائمتي» في صفحة الخدمة، أو تحت اسمها في قائمة.
list_loading = جارٍ البحث
list_missing = لم يعد هذا في الموقع، أو لا يمكن وضعه في قائمة. اسمه في قائمتك كان: { $id }
list_offline = لم يصل هذا. يبدو أنك غير متصل بالإنترنت.
list_again = حاول مرة أخرى
list_up = انقل إلى أعلى
list_down = انقل إلى أسفل
list_place = { $name } الآن رقم { $n } من { $count }
list_gone = أزيل من قائمتك: { $name }
list_gone_from_here = أزيل من قائمتك:
list_put_back = أعده
list_back = عاد إلى قائمتك: { $name }
list_copy = انسخ رابط هذه القائمة
list_copied = نُسخ الرابط
list_by_hand = انسخ هذا الرابط:
list_share = شارك هذه القائمة
list_email = أرسل رابط هذه القائمة بالبريد الإلكتروني
list_made = طُبع في { $date } من { $name }. قد تتغير الأرقام والأوقات.
list_keep_title = عُد إلى قائمتك
list_where = قائمتك في عنوان هذه الصفحة، وليست في أي مكان آخر. لا تُرسل إلينا أبدًا. إذا أرسلت الرابط إلى نفسك، يمكنك فتح القائمة من جديد. كل من يرى العنوان، أو ما فُتح في هذا المتصفح من قبل، يمكنه رؤية القائمة.
list_keep = احفظها على هذا الهاتف أو الكمبيوتر
list_open = افتح القائمة المحفوظة هنا
list_forget = انسَ القائمة المحفوظة هنا
list_ask = هل يستخدم شخص آخر هذا الهاتف أو الكمبيوتر؟
list_yes = نعم، أو لست متأكدًا
list_no = لا، أنا فقط
list_others = إذن لا نحفظها هنا، لأنه قد يجدها. أرسل الرابط إلى نفسك، أو اطبع القائمة.
list_until = محفوظة هنا حتى { $date }.
list_kept = عندما تغيّر قائمتك، احفظها من جديد. لحذفها قبل ذلك اليوم اختر «انسَ القائمة المحفوظة هنا».
list_none = لا توجد قائمة محفوظة هنا.
list_over = كانت القائمة المحفوظة هنا قديمة جدًا، أو تعذرت قراءتها. لقد حُذفت.
list_opened = هذه هي القائمة التي حفظتها.
list_forgotten = حُذفت. لا توجد قائمة محفوظة هنا الآن.
list_cannot = لا يسمح لنا هذا المتصفح بحفظ أي شيء. أرسل الرابط إلى نفسك، أو اطبع القائمة.
list_safe_title = لا يمكن وضع كل شيء في قائمة
list_sensitive = تساعد بعض الخدمات من هو في خطر في البيت. لا يمكن وضعها في قائمة، لأن شخصًا آخر قد يراها. تقول صفحاتها ذلك وتعطي الرقم. يمكنك دائمًا أن تسألنا.
privacy_list = إذا أعددت قائمة خدمات، فهي في عنوان الصفحة بعد الرمز #، الذي لا يُرسل إلينا أبدًا. ويظهر ذلك أيضًا فيما فُتح في متصفحك من قبل. لا تبقى على هاتفك أو جهازك إلا إذا طلبت ذلك، لمدة 30 يومًا، ويمكنك حذفها.

# ما الذي تغيّر في الخدمات
changes_title = تغييرات الخدمات
changes_feed = تابع كل تغييرات الخدمات (خلاصة Atom)
changes_link = اعرف الخدمات الجديدة والتي انتهت والتي تغيّرت
changes_none = لم تتغيّر أي خدمة منذ أن بدأنا تدوين ذلك.
changes_lead = ما الذي تغيّر في تحديثنا بتاريخ { $date }.
changes_new = جديد
changes_ended = انتهى
changes_other = تغيّر
changes_rest = { $count ->
    [zero] لا تغييرات أقدم.
    [one] تغيير أقدم واحد غير معروض هنا.
    [two] تغييران أقدم غير معروضين هنا.
    [few] { $count } تغييرات أقدم غير معروضة هنا.
    [many] { $count } تغييرًا أقدم غير معروض هنا.
   *[other] { $count } تغيير أقدم غير معروض هنا.
}
changes_all = كل تغييرات الخدمات
changes_data = كل التغييرات كبيانات (JSON)
changes_follow = تابع التغييرات
changes_follow_text = يخبرك قارئ الخلاصات عندما يتغيّر شيء. انسخ إليه عنوان إحدى هذه الخلاصات.
changes_topics = حسب الموضوع
changes_areas = حسب المنطقة
changes_email = أرسلها بالبريد الإلكتروني
changes_email_text = للمجموعات والمجالس والعيادات التي ترسل الأخبار: أحدث التغييرات، جاهزة للإرسال.
changes_message = رسالة تُفتح في برنامج بريدك
changes_digest = الكلمات مع العناوين والروابط
changes_digest_text = الكلمات كنص بسيط
change_new = هذه الخدمة جديدة.
change_ended = انتهت هذه الخدمة. صفحتها تقول ما العمل بدلًا منها.
change_removed = لم تعد هذه الخدمة على هذا الموقع.
change_full = لا أماكن فيها.
change_closed = مغلقة في الوقت الحالي.
change_open = يمكنك استخدامها من جديد.
change_title = لها اسم جديد.
change_title_was = لها اسم جديد. كان اسمها { $was }.
change_place = تغيّر المكان الذي تذهب إليه.
change_phone = تغيّرت أرقام الهاتف.
change_phone_new = لها رقم هاتف جديد: { $number }.
change_hours = تغيّرت أوقات الفتح.
change_cost = تغيّرت التكلفة.
change_address = لصفحتها عنوان جديد.
