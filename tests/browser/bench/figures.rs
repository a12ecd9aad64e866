//! Samples and what is told of them.

/// Times in milliseconds.
#[derive(Clone, Debug)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// At least one time, in any order.
    pub fn new(mut times: Vec<f64>) -> Self {
        assert!(!times.is_empty(), "nothing was measured");
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// Half of the times are not above it.
    pub fn median(&self) -> f64 {
        self.share(0.5)
    }

    /// 95 % of the times are not above it.
    pub fn p95(&self) -> f64 {
        self.share(0.95)
    }

    /// Median and 95 %, and how many times the floor the median is; the first is the floor.
    pub fn beside(&self, floor: &mut Option<f64>) -> String {
        let figure = format!("{:.1} ({:.1})", self.median(), self.p95());
        match *floor {
            None => {
                *floor = Some(self.median());
                figure
            }
            Some(floor) => format!("{figure}, {:.1}×", self.median() / floor),
        }
    }

    /// Nearest rank.
    fn share(&self, share: f64) -> f64 {
        let rank = (share * self.0.len() as f64).ceil() as usize;
        self.0[rank.saturating_sub(1)]
    }
}
