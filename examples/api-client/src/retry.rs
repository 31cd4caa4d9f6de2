//! How often to repeat a call, and after which pauses.

use std::time::Duration;

const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// How calls are repeated that may succeed later.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    /// How often a call is sent at most with one access token.
    pub attempts: u32,
    /// The pause before it is sent again. Each further one is twice as long, up to 30 s.
    pub first_pause: Duration,
}

impl Default for Retry {
    /// Four attempts, within two seconds where WeChat answers at once.
    fn default() -> Self {
        Self { attempts: 4, first_pause: Duration::from_millis(250) }
    }
}

impl Retry {
    /// At random between half of the pause and the whole, so that clients that were refused
    /// together do not come back together.
    pub(crate) fn pause_after(self, attempt: u32) -> Duration {
        let doublings = 2_u32.saturating_pow(attempt - 1);
        let pause = self.first_pause.saturating_mul(doublings).min(LONGEST_PAUSE);
        pause.mul_f64(0.5 + fastrand::f64() / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_and_differ() {
        let retry = Retry { attempts: 5, first_pause: Duration::from_millis(100) };
        for (attempt, longest) in [(1, 100), (2, 200), (3, 400), (4, 800)] {
            let pauses: Vec<_> = (0..100).map(|_| retry.pause_after(attempt).as_millis()).collect();
            assert!(pauses.iter().all(|pause| (longest / 2..=longest).contains(pause)));
            assert!(pauses.iter().any(|pause| *pause != pauses[0]));
        }
    }

    #[test]
    fn pauses_do_not_grow_for_ever() {
        let retry = Retry { attempts: u32::MAX, first_pause: Duration::from_secs(1) };
        assert!((15..=30).contains(&retry.pause_after(u32::MAX - 1).as_secs()));
    }
}
