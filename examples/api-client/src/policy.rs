//! Decides what the client does next about a failed call, by the remedy alone.

use std::{mem, time::Duration};

use wechat_codes::Remedy;

/// How often the client repeats a call, and how long it waits.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// The highest number of repetitions of a call, without the one that has a new token.
    pub repeats: u32,
    /// The pause before the first repetition. Each further pause is twice as long, up to `window`.
    pub first_pause: Duration,
    /// The time in which WeChat counts calls. After too many calls, the client waits that long.
    pub window: Duration,
    /// The longest time that the client waits for a reply.
    pub timeout: Duration,
}

impl Default for Policy {
    fn default() -> Self {
        let [first_pause, window, timeout] = [1, 60, 10].map(Duration::from_secs);
        Self { repeats: 3, first_pause, window, timeout }
    }
}

/// Who has to do what, after the client has given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The caller may try again later, because WeChat stays busy.
    TryLater,
    /// Everybody must wait until WeChat renews the quota.
    QuotaUsedUp,
    /// The user must log in or authorize again.
    AskUser,
    /// The operator must change the settings or obtain a permission.
    AlertOperator,
    /// The caller must correct the request or look at the state of what it names.
    Caller,
}

/// What the client does next.
#[derive(Debug)]
pub(crate) enum Next {
    RenewToken,
    RepeatAfter(Duration),
    GiveUp(ErrorKind),
}

/// What a call has used of the policy so far.
pub(crate) struct Attempts {
    pub(crate) policy: Policy,
    pub(crate) repeats: u32,
    /// Whether a new token may help: the call has a token, which is not a new one.
    pub(crate) may_renew: bool,
}

impl Attempts {
    /// Decides what to do about a failure with this remedy.
    pub(crate) fn next(&mut self, remedy: Option<Remedy>) -> Next {
        match remedy {
            Some(Remedy::RenewToken) if mem::take(&mut self.may_renew) => Next::RenewToken,
            Some(Remedy::Retry) => {
                let doublings = 2_u32.saturating_pow(self.repeats);
                self.repeat_after(self.policy.first_pause.saturating_mul(doublings))
            }
            Some(Remedy::SlowDown) => self.repeat_after(self.policy.window),
            Some(Remedy::WaitForQuota) => Next::GiveUp(ErrorKind::QuotaUsedUp),
            Some(Remedy::LogInAgain) => Next::GiveUp(ErrorKind::AskUser),
            // `RenewToken` comes here if WeChat refuses the new token too, or the app secret.
            Some(Remedy::FixSetup | Remedy::AskPermission | Remedy::RenewToken) => {
                Next::GiveUp(ErrorKind::AlertOperator)
            }
            // `FixRequest`, `CheckState`, no remedy, or a remedy that a later version adds.
            _ => Next::GiveUp(ErrorKind::Caller),
        }
    }

    /// Repeats the call, up to the limit. The pause is up to half as long again, at random, so that
    /// clients that were refused at the same time come back at different times.
    fn repeat_after(&mut self, pause: Duration) -> Next {
        if self.repeats >= self.policy.repeats {
            return Next::GiveUp(ErrorKind::TryLater);
        }
        self.repeats += 1;
        Next::RepeatAfter(pause.min(self.policy.window).mul_f64(1.0 + fastrand::f64() / 2.0))
    }
}

#[test]
fn pauses_double_up_to_the_window_and_differ() {
    let policy = Policy { repeats: 4, window: Duration::from_secs(3), ..Policy::default() };
    let mut attempts = Attempts { policy, repeats: 0, may_renew: true };
    for shortest in [1.0, 2.0, 3.0, 3.0] {
        let Next::RepeatAfter(pause) = attempts.next(Some(Remedy::Retry)) else { panic!() };
        assert!(pause.as_secs_f64() > shortest && pause.as_secs_f64() < 1.5 * shortest);
    }
}
