//! The remedies: the variants of `wechat_codes::Remedy`, in its order.

/// A remedy by its place in [`Remedy::NAMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remedy(u8);

impl Remedy {
    /// The facade's `remedy_of_number` relies on this order.
    pub(crate) const NAMES: [&str; 9] = [
        "Retry",
        "SlowDown",
        "WaitForQuota",
        "RenewToken",
        "LogInAgain",
        "FixRequest",
        "CheckState",
        "FixSetup",
        "AskPermission",
    ];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        (0..).zip(Self::NAMES).find(|(_, known)| *known == name).map(|(index, _)| Self(index))
    }

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES[usize::from(self.0)]
    }

    /// Returns the number of a remedy in generated code, where 0 stands for none.
    pub(crate) fn number(self) -> u8 {
        self.0 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Remedy;

    #[test]
    fn names_and_numbers() {
        for (number, name) in (1..).zip(Remedy::NAMES) {
            let remedy = Remedy::from_name(name).expect("a remedy");
            assert_eq!((remedy.name(), remedy.number()), (name, number));
        }
        assert_eq!(Remedy::from_name("retry"), None);
    }
}
