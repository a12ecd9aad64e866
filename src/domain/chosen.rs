//! Which sections of a list are chosen, one by one or a range at once. Knows them by
//! identity only: those that are gone meanwhile are chosen no more.

use super::SectionId;

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Chosen {
    ids: Vec<SectionId>,
    /// The one that was pressed last, where a range begins.
    last: Option<SectionId>,
}

impl Chosen {
    pub fn has(&self, id: &SectionId) -> bool {
        self.ids.contains(id)
    }

    /// Those of the list, in its order.
    pub fn of(&self, list: &[SectionId]) -> Vec<SectionId> {
        list.iter().filter(|id| self.has(id)).cloned().collect()
    }

    /// Chooses the one that was pressed, or takes it out again. As a range it chooses
    /// everything from the one that was pressed before.
    pub fn press(&mut self, list: &[SectionId], id: &SectionId, as_range: bool) {
        let index = |id: &SectionId| list.iter().position(|other| other == id);
        let ends = [Some(id), self.last.as_ref().filter(|_| as_range)];
        match ends.map(|end| end.and_then(index)) {
            [Some(here), Some(there)] => {
                for id in &list[here.min(there)..=here.max(there)] {
                    if !self.has(id) {
                        self.ids.push(id.clone());
                    }
                }
            }
            _ if self.has(id) => self.ids.retain(|other| other != id),
            _ => self.ids.push(id.clone()),
        }
        self.last = Some(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(letters: &str) -> Vec<SectionId> {
        let letters = letters.chars().map(String::from);
        letters.map(SectionId::from_text).collect()
    }

    /// Letters are pressed one after the other, capitals as the end of a range.
    fn check(letters: &str, pressed: &str, later: &str, expected: &str) {
        let mut chosen = Chosen::default();
        for letter in pressed.chars() {
            let id = SectionId::from_text(letter.to_lowercase().to_string());
            chosen.press(&list(letters), &id, letter.is_uppercase());
        }
        let shown: String = chosen
            .of(&list(later))
            .iter()
            .map(SectionId::as_str)
            .collect();
        assert_eq!(shown, expected, "{pressed} in {letters}");
    }

    #[test]
    fn one_by_one() {
        check("abcd", "", "abcd", "");
        check("abcd", "db", "abcd", "bd");
        check("abcd", "dbd", "abcd", "b");
    }

    #[test]
    fn a_range_goes_from_the_one_before() {
        check("abcde", "bD", "abcde", "bcd");
        check("abcde", "dB", "abcde", "bcd");
        check("abcde", "acC", "abcde", "ac");
        check("abcde", "ceaB", "abcde", "abce");
        check("abcde", "bDE", "abcde", "bcde");
        // Without one before it, it is one of its own.
        check("abcde", "C", "abcde", "c");
    }

    #[test]
    fn a_list_that_changes_takes_along_what_is_there() {
        check("abcd", "ad", "dcba", "da");
        check("abcd", "ad", "bd", "d");
    }

    #[test]
    fn a_range_that_begins_with_one_that_is_gone_is_one() {
        check("bcd", "aC", "bcd", "c");
    }
}
