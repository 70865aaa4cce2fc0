//! Sites made of words at random, from fixed seeds: the same ones on every machine.

use std::collections::BTreeMap;

use signpost::model::{PlainSection, PlainText};

use crate::harness::Files;

/// A small generator of numbers (xorshift64*, Vigna 2016): the tests need nothing but the same numbers every time.
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from((self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end as u64).expect("it is below a size")
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of a list whose first are said far more often than its last, as words are.
    fn common<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let end = 1 + self.below(of.len());
        &of[self.below(end)]
    }
}

const ENGLISH: &str = "carer carers care caring break breaks respite support short help home money benefit benefits assessment \
    young service services council hospital discharge dementia group centre people family advice allowance payment direct \
    payments work school child children mother health wellbeing social worker nurse doctor appointment telephone booklet \
    transport wheelchair alarm equipment loan scheme befriending sitting night weekend holiday training course lifting \
    moving counselling counsellor bereavement autism stroke memory café lunch club garden art singing walking swimming \
    library museum housing adaptation adaptations heating energy debt grant discount emergency card plan planning attorney \
    solicitor advocacy interpreter translation Deaf hearing sight blind Punjabi Polish veteran farmer traveller refugee \
    employer flexible pension universal credit independence personal budget carer's don't coffee morning choir";
const POLISH: &str = "opiekun opiekunowie opiekunka opieka pomoc dom pieniądze zasiłek zasiłki ocena potrzeb młody młodzi usługa \
    usługi rada miasta szpital wypis grupa ośrodek ludzie rodzina porada świadczenie płatność praca szkoła dziecko dzieci \
    matka ojciec zdrowie lekarz pielęgniarka wizyta telefon transport wózek alarm sprzęt wypożyczalnia noc weekend wakacje \
    szkolenie kurs żałoba pamięć kawiarnia obiad klub ogród śpiew spacer pływanie biblioteka muzeum mieszkanie ogrzewanie \
    dług łóżko źródło ćwiczenia ulga karta plan pełnomocnictwo prawnik tłumacz słuch wzrok emerytura kredyt chwila oddechu";
const URDU: &str = "نگہداشت مدد گھر پیسہ رقم فائدہ جائزہ نوجوان خدمت خدمات کونسل ہسپتال گروپ مرکز لوگ خاندان مشورہ الاؤنس ادائیگی \
    کام اسکول بچہ بچے ماں باپ صحت ڈاکٹر نرس ملاقات فون سفر کرسی الارم سامان رات چھٹی تربیت کورس غم یادداشت کھانا کلب باغ \
    گانا سیر تیراکی کتب خانہ رہائش گرمی قرض کارڈ منصوبہ وکیل ترجمان سماعت بینائی پنشن وقفہ آرام دیکھ بھال";
const GERMAN: &str = "pflegende angehörige pflege hilfe zuhause geld leistung leistungen beratung jung dienst dienste rat krankenhaus \
    entlassung demenz gruppe zentrum leute familie zahlung zahlungen arbeit schule kind kinder mutter gesundheit arzt ärzte \
    schwester termin telefon fahrt rollstuhl notruf geräte verleih nacht wochenende urlaub schulung kurs trauer gedächtnis \
    café essen verein garten kunst singen wandern schwimmen bücherei wohnung umbau heizung schulden zuschuss notfall karte \
    vollmacht anwalt dolmetscher übersetzung gehör sehen rente ruhe pause pausen vertretung tagespflege größe straße";

/// A page: its title, and its words under headings.
struct Written {
    title: String,
    summary: String,
    front: String,
    sections: Vec<PlainSection>,
}

/// A site of one language.
pub struct Corpus {
    code: &'static str,
    words: Vec<&'static str>,
    /// By address.
    pages: BTreeMap<String, Written>,
}

impl Corpus {
    /// Makes so many pages of about so many words; every twentieth is long enough to have sections of its own.
    pub fn new(code: &'static str, pages: usize, length: usize) -> Self {
        let list = match code {
            "pl" => POLISH,
            "ur" => URDU,
            "de" => GERMAN,
            _ => ENGLISH,
        };
        let words: Vec<&str> = list.split_whitespace().collect();
        let mut rng = Rng::new(20_261_122);
        let mut corpus = Self { code, words, pages: BTreeMap::new() };
        for number in 0..pages {
            let page = corpus.page(&mut rng, number, length);
            let folder = if number.is_multiple_of(3) { "services" } else { "guides" };
            corpus.pages.insert(format!("/{folder}/p{number:05}/"), page);
        }
        corpus
    }

    fn page(&self, rng: &mut Rng, number: usize, length: usize) -> Written {
        let title = self.phrase(rng, 4);
        let summary = self.phrase(rng, 10);
        let mut front = String::new();
        if number.is_multiple_of(3) {
            front = format!(
                "contact: {{ phone: \"01632 96{:04}\" }}\nplaces: [{{ name: Hall, postcode: ZZ{} {}AA }}]\n",
                number % 10_000,
                number % 90 + 1,
                number % 9
            );
        }
        let (count, words) = if number % 20 == 7 { (5, 150) } else { (2, length / 2) };
        let mut sections = vec![PlainSection { text: self.phrase(rng, words), ..PlainSection::default() }];
        sections.extend((1..count).map(|section| PlainSection {
            id: format!("part-{section}"),
            heading: self.phrase(rng, 3),
            text: self.phrase(rng, words),
        }));
        Written { title, summary, front, sections }
    }

    fn phrase(&self, rng: &mut Rng, most: usize) -> String {
        let words: Vec<&str> = (0..most.div_ceil(2) + rng.below(most)).map(|_| *rng.common(&self.words)).collect();
        words.join(" ")
    }

    /// The files of the site; the words below the front matter are handed to the index by [`Corpus::text`].
    pub fn files(&self) -> Files {
        let mut files = Files::new();
        let settings = format!(
            "title = \"Carers\"\nbase_url = \"https://carers.example/\"\nlanguages = [\"{}\"]\n[help]\nphone = \"01632 960000\"\n",
            self.code
        );
        files.insert("site.toml".into(), settings.into_bytes());
        let mut add = |path: &str, text: String| files.insert(format!("content/{path}"), text.into_bytes());
        add("_index.md", "---\ntitle: Carers\n---\n".into());
        add("guides/_index.md", "---\ntitle: Guides\n---\n".into());
        add("services/_index.md", "---\ntitle: Services\ntype: service\n---\n".into());
        add("glossary/_index.md", "---\ntitle: Glossary\ntype: glossary\n---\n".into());
        for (number, pair) in self.words.chunks(9).enumerate() {
            let [first, second, third, ..] = pair else { continue };
            let text = format!("---\ntitle: \"{first}\"\nsynonyms: [\"{second} {third}\"]\n---\n");
            add(&format!("glossary/g{number}.md"), text);
        }
        for (address, page) in &self.pages {
            let path = format!("{}.md", address.trim_matches('/'));
            add(&path, format!("---\ntitle: \"{}\"\nsummary: \"{}\"\n{}---\n", page.title, page.summary, page.front));
        }
        files
    }

    /// The words of the page at an address.
    pub fn text(&self, address: &str) -> PlainText {
        let sections = self.pages.get(address).map(|page| page.sections.clone());
        PlainText { sections: sections.unwrap_or_default() }
    }

    /// So many queries of every kind, and those that nobody should type.
    pub fn queries(&self, count: usize) -> Vec<String> {
        let mut rng = Rng::new(11);
        let titles: Vec<String> = self.pages.values().map(|page| page.title.clone()).collect();
        let odd = [
            "",
            " ",
            "?!…",
            "🙂",
            "<b>carer</b>",
            ".*[a-z]+(",
            "01632 960123",
            "+44 (0)1632 960123",
            "ZZ1 1AA",
            "zz99 9zz",
            "the of and",
            "carer opieka نگہداشت",
            "CARER'S carers’ Carer",
            "café cafe",
            "carers carers carer",
            "\u{0} \u{fffd}",
        ];
        let mut queries: Vec<String> = odd.iter().map(|query| (*query).to_owned()).collect();
        queries.push("x".repeat(10_000));
        queries.push(self.words.join(" "));
        while queries.len() < count {
            queries.push(query_of(&mut rng, &titles));
        }
        queries
    }
}

/// A query as people type them, from words that are there.
pub fn query_of(rng: &mut Rng, titles: &[String]) -> String {
    let title = rng.one(titles).clone();
    let words: Vec<&str> = title.split(' ').collect();
    let other = rng.one(titles).clone();
    let strange: Vec<&str> = other.split(' ').collect();
    match rng.below(7) {
        0 => title,
        1 => (*rng.one(&words)).to_owned(),
        2 => format!("{} {}", rng.one(&words), rng.one(&strange)),
        3 => beginning(rng, &words),
        4 => slips(rng, &title).pop().unwrap_or(title),
        5 => format!("who can help with {} ", rng.one(&words)),
        _ => format!("{} {} {} qxzzq", rng.one(&words), rng.one(&strange), rng.one(&strange)),
    }
}

fn beginning(rng: &mut Rng, words: &[&str]) -> String {
    let letters: Vec<char> = rng.one(words).chars().collect();
    let end = (2 + rng.below(4)).min(letters.len());
    letters[..end].iter().collect()
}

/// A text with one slip in a word of five letters or more, once for each kind: two letters swapped, one missing, one
/// wrong, one doubled. None for a text without such a word.
pub fn slips(rng: &mut Rng, text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_long = |word: &&&str| word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    let long: Vec<&str> = words.iter().filter(is_long).copied().collect();
    if long.is_empty() {
        return Vec::new();
    }
    let word = *rng.one(&long);
    let letters: Vec<char> = word.chars().collect();
    let at = 1 + rng.below(letters.len() - 2);
    let with = |change: &dyn Fn(&mut Vec<char>)| {
        let mut changed = letters.clone();
        change(&mut changed);
        text.replacen(word, &changed.into_iter().collect::<String>(), 1)
    };
    vec![
        with(&|letters| letters.swap(at, at + 1)),
        with(&|letters| {
            letters.remove(at);
        }),
        with(&|letters| letters[at] = 'x'),
        with(&|letters| letters.insert(at, letters[at])),
    ]
}

/// English words of every shape: roots with every chain of two endings, real or not.
pub fn english_shapes() -> Vec<String> {
    const ROOTS: &str = "a be sky dy ski hop hopp care carer agre enjoy by ty commun gener arsen inter emerg later organ past univers \
        succ proc exc even inn out cann herr earr news atlas bias gentl ear sing onl idl ugl vil bil abl us gas this kiw gap \
        ad pl tr flu cr rat trad condit depend nation opt activ visual hesit formal electr hopef good ident sens analog log \
        triumph allow infer air gyr defens replac adjust adopt homolog effect bowdler tomat generat probat rat ceas controll \
        roll knott beaut eas yes yell syzyg quay say boy try cry play joyf dying lie tie lay sprit whisk enc anc";
    const ENDINGS: &str = "s es ed ing ly eed eedly edly ingly y ie ies ied sses us ss e ll l at bl iz ational tional enci anci izer \
        ization ation ator alism aliti alli fulness fulli ousli ousness iveness iviti biliti bli ogi ogist li lessli entli able \
        icate ative alize iciti ical ful ness al ance ence er ic ible ant ement ment ent ism ate iti ous ive ize ion sion tion";
    let endings: Vec<&str> = ENDINGS.split_whitespace().chain([""]).collect();
    let mut words = Vec::new();
    for root in ROOTS.split_whitespace() {
        for first in &endings {
            words.extend(endings.iter().map(|second| format!("{root}{first}{second}")));
        }
    }
    words
}
