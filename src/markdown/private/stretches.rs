//! The stretches of a text between boxes that begin at the margin. An indented box may stand in an
//! item: of CommonMark's blocks it is a part.

use std::ops::Range;

use super::lines::margin;

#[derive(Default)]
pub(super) struct Stretches {
    stretches: Vec<Range<usize>>,
    /// Where the one begins that we are in.
    start: Option<usize>,
    /// The indented boxes, without those in them.
    boxes: Vec<Range<usize>>,
    /// Where the indented box begins that we are in, and how many are around us.
    indented: Option<(usize, usize)>,
    /// An indented box that has ended goes up to the next text.
    ended: Option<usize>,
}

impl Stretches {
    pub(super) fn text(&mut self, range: &Range<usize>) {
        self.boxes
            .extend(self.ended.take().map(|start| start..range.start));
        if self.indented.is_none() {
            self.start.get_or_insert(range.start);
        }
    }

    pub(super) fn enter(&mut self, text: &str, at: usize) {
        match &mut self.indented {
            Some((_, depth)) => *depth += 1,
            None if margin(text, at) > 0 => self.indented = Some((at, 1)),
            None => self.end(at),
        }
    }

    pub(super) fn leave(&mut self, at: usize) {
        match &mut self.indented {
            Some((start, 1)) => {
                self.ended = Some(*start);
                self.indented = None;
            }
            Some((_, depth)) => *depth -= 1,
            None => self.end(at),
        }
    }

    fn end(&mut self, at: usize) {
        self.stretches
            .extend(self.start.take().map(|start| start..at));
    }

    /// Those in which an indented box stands; `end` is that of the text.
    pub(super) fn with_boxes(&mut self, end: usize) -> Vec<Range<usize>> {
        self.end(end);
        let has_box = |stretch: &Range<usize>| {
            let before = self.boxes.partition_point(|it| it.start < stretch.start);
            self.boxes
                .get(before)
                .is_some_and(|it| it.start < stretch.end)
        };
        let stretches = self.stretches.iter();
        stretches.filter(|it| has_box(it)).cloned().collect()
    }

    /// A part with the whole of the last box that begins in it.
    pub(super) fn whole(&self, part: Range<usize>) -> Range<usize> {
        let before = self.boxes.partition_point(|it| it.start < part.end);
        let last = before.checked_sub(1).and_then(|at| self.boxes.get(at));
        let last = last.filter(|it| it.start >= part.start);
        part.start..last.map_or(part.end, |it| part.end.max(it.end))
    }
}
