//! What a few words are by their look: a person, a room, a track, a break. Doubt is a no: what is
//! not split off stays in the title, where it can be read.

use super::cursor::{is_blank, plain, plainly, strip, strip_end, strip_start};

/// No name of a room, a track or a person is longer, in bytes.
const SHORT: usize = 90;

/// Words that end the name of a person, as one speaks of them.
const HONORIFICS: [&str; 6] = ["さん", "さま", "先生", "氏", "様", "ちゃん"];

/// The name without what one puts after it out of politeness.
pub fn without_honorific(name: &str) -> &str {
    let name = name.trim();
    for honorific in HONORIFICS {
        if let Some(bare) = name.strip_suffix(honorific)
            && !bare.trim().is_empty()
        {
            return bare.trim_end();
        }
    }
    name
}

/// `@handle`, `山田太郎さん`, `山田 太郎`, `Jane van Doe`; with a company in brackets.
pub fn is_person(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > SHORT {
        return false;
    }
    is_handle(text) || without_honorific(text) != text || is_name(text)
}

/// `@name`, and nothing else.
pub fn is_handle(text: &str) -> bool {
    let Some(name) = text.strip_prefix(['@', '＠']) else {
        return false;
    };
    let is_short = name.chars().nth(40).is_none();
    is_short
        && !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.".contains(c))
}

fn is_name(text: &str) -> bool {
    let (name, rest) = text.split_at(text.find(['(', '（', ',']).unwrap_or(text.len()));
    let mut words = name.split(is_blank).filter(|word| !word.is_empty());
    let count = words.clone().count();
    if name.is_ascii() || !name.contains(is_japanese) {
        return (2..=4).contains(&count) && words.all(is_latin_part);
    }
    let is_part = |word: &str| {
        let length = word.chars().count();
        word.chars().all(is_japanese)
            && !goes_on(word)
            && (1..=if count == 1 { 4 } else { 6 }).contains(&length)
    };
    let is_whole =
        count == 2 || count == 1 && name.chars().count() > 2 && name.chars().all(is_kanji);
    is_whole && words.all(is_part) && !ends_as_a_thing(name) && (count > 1 || rest.is_empty())
}

/// Whether a word begins with a particle, as `のリアル` does; `のむら` is a name.
fn goes_on(word: &str) -> bool {
    let mut letters = word.chars();
    let is_particle = letters.next().is_some_and(|c| "のをがはでと".contains(c));
    is_particle && letters.next().is_some_and(|c| !('ぁ'..='ん').contains(&c))
}

/// One word of a name in Latin letters.
fn is_latin_part(word: &str) -> bool {
    const SMALL: &str = "de da di van von der la le bin al";
    const NONE: &str = "the a an of and with for in on to your how why what part talk talks session \
        sessions track english japanese beginner beginners advanced online hybrid remote \
        keynote tba tbd live hands workshop lightning coffee break lunch panel opening \
        closing remarks hello world rust web cloud data level day from us";
    let has = |list: &str, word: &str| list.split(' ').any(|it| it == word);
    let small = word.to_ascii_lowercase();
    let is_letters = word
        .chars()
        .all(|c| c.is_alphabetic() || ".-'’".contains(c));
    let is_capital = word.starts_with(|c: char| c.is_ascii_uppercase() || !c.is_ascii());
    is_letters && (is_capital && !has(NONE, &small) || has(SMALL, word))
}

/// Words that end with these are no names: a talk, a party, a language, a part.
fn ends_as_a_thing(name: &str) -> bool {
    const THINGS: &str =
        "編会式演論語仮版枠中済定部回室館階場席問答賞化性的用法術学憩食付動影始了備談話題業例";
    strip_end(name, THINGS).len() < name.trim_end().len()
}

fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々' | '\u{20000}'..='\u{2ffff}')
}

fn is_japanese(c: char) -> bool {
    is_kanji(c) || matches!(c, '\u{3041}'..='\u{30ff}') && c != '・'
}

/// `Room A`, `101会議室`, `大ホール`, `3F`.
pub fn is_room(text: &str) -> bool {
    const LATIN: [&str; 17] = [
        "room",
        "rm",
        "hall",
        "auditorium",
        "stage",
        "theater",
        "theatre",
        "ballroom",
        "lounge",
        "studio",
        "arena",
        "floor",
        "saal",
        "salle",
        "sala",
        "foyer",
        "lobby",
    ];
    const JAPANESE: [&str; 12] = [
        "会場",
        "ホール",
        "ルーム",
        "会議室",
        "教室",
        "ステージ",
        "講堂",
        "シアター",
        "ラウンジ",
        "アリーナ",
        "ロビー",
        "部屋",
    ];
    // `会場準備` is done there.
    const DOING: [&str; 5] = ["設営", "準備", "説明", "案内", "移動"];
    let is_done = DOING.iter().any(|it| text.contains(it));
    !is_done && is_place(text, &LATIN, &JAPANESE) || is_floor(text)
}

/// `Track A`, `トラック1`.
pub fn is_track(text: &str) -> bool {
    is_place(text, &["track", "stream"], &["トラック"])
}

fn is_place(text: &str, latin: &[&str], japanese: &[&str]) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 || text.ends_with(['。', '.', '!', '?', '！', '？']) {
        return false;
    }
    let text = plainly(text);
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.any(|word| latin.contains(&word)) || japanese.iter().any(|word| text.contains(word))
}

/// `3F`, `B1階`.
fn is_floor(text: &str) -> bool {
    let text = plainly(text.trim());
    let number = text.strip_suffix('f').or(text.strip_suffix('階'));
    let number = number.map(|number| strip_start(number, "b"));
    number.is_some_and(|n| !n.is_empty() && n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether all of a title says that nothing is to be listened to.
pub fn is_service(title: &str) -> bool {
    // What makes a title one of a break, and what may stand beside that.
    const CORE: &str = "休憩 昼休憩 小休憩 昼休み お昼 昼食 朝食 夕食 ランチ 受付 開場 開会 閉会 開演 閉場 \
        懇親会 交流会 二次会 打ち上げ 乾杯 解散 終了 撤収 片付け 片づけ 転換 移動 入場 退場 入室 \
        写真撮影 集合写真 記念撮影 オープニング クロージング ネットワーキング ブレイク \
        コーヒーブレイク ティーブレイク パーティー パーティ アフターパーティー 諸注意 \
        lunch lunchtime break breaks registration opening closing breakfast dinner coffee tea \
        intermission networking party afterparty reception welcome farewell doors drinks checkin \
        check-in badge wrap-up wrapup pause mittagspause kaffeepause";
    const BESIDE: &str = "開始 スタート タイム 時間 挨拶 あいさつ ご挨拶 会場 準備 の と や および 式 \
        トーク のご挨拶 コーヒー and the open opens close remarks ceremony time address words up \
        wrap in check pick-up pickup photo group after session refreshments snacks social short \
        long begins starts ends";
    let title = strip_brackets(title);
    if title.len() > SHORT {
        return false;
    }
    let mut has_core = false;
    let title: String = title.chars().map(plain).collect();
    let words = title.split(|c: char| !(c.is_alphanumeric() || c == 'ー' || c == '-'));
    for mut word in words.map(|word| strip(word, "-")) {
        // Words in Japanese stand together: the longest that is known goes first.
        while !word.is_empty() {
            let (core, beside) = (longest(word, CORE), longest(word, BESIDE));
            let known = core.max(beside);
            if known == 0 {
                return false;
            }
            has_core |= core == known;
            word = &word[known..];
        }
    }
    has_core
        || is_only(
            &title,
            &["開始", "準備", "挨拶", "ご挨拶", "wrap up", "check in"],
        )
}

fn is_only(title: &str, whole: &[&str]) -> bool {
    whole.contains(&title.trim())
}

/// How many bytes of a word the longest of these is with which it begins. One in Latin letters
/// is all of the word.
fn longest(word: &str, known: &str) -> usize {
    let mut best = 0;
    for known in known.split_ascii_whitespace() {
        let fits = if known.is_ascii() {
            word == known
        } else {
            word.starts_with(known)
        };
        if fits {
            best = best.max(known.len());
        }
    }
    best
}

/// A title without what stands in brackets at its end: `休憩（10分）`.
fn strip_brackets(title: &str) -> &str {
    let title = title.trim();
    let bare = title.ends_with([')', '）', ']', '】']);
    let open = bare.then(|| title.rfind(['(', '（', '[', '【'])).flatten();
    open.filter(|at| *at > 0)
        .map_or(title, |at| title[..at].trim_end())
}
