//! The language that the user reads.

use std::env;

use clap::ValueEnum;
use wechat_codes::Remedy;

/// A language of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Chinese
    Zh,
}

impl Lang {
    /// Returns the language of the environment: the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
    /// that is not empty decides.
    pub(crate) fn of_environment() -> Self {
        let values = ["LC_ALL", "LC_MESSAGES", "LANG"].map(env::var_os);
        let locale = values.into_iter().flatten().find(|value| !value.is_empty());
        locale.map_or(Self::En, |locale| Self::of_locale(&locale.to_string_lossy()))
    }

    /// Returns the language of a locale such as `zh_CN.UTF-8`: English, if it is not Chinese.
    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") { Self::Zh } else { Self::En }
    }

    /// Returns the one of two texts that is in this language.
    pub(crate) fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }

    /// Returns the advice of a remedy in this language.
    pub(crate) fn advice(self, remedy: Remedy) -> &'static str {
        self.pick(remedy.advice(), remedy.advice_zh())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_locale_is_chinese_if_its_language_is() {
        for locale in ["zh", "zh_CN.UTF-8", "zh_TW", "zh-Hans", "ZH_cn", "zh.UTF-8", "zh@pinyin"] {
            assert_eq!(Lang::of_locale(locale), Lang::Zh, "{locale}");
        }
        for locale in ["", "C", "C.UTF-8", "POSIX", "en_US.UTF-8", "zha", "de_zh"] {
            assert_eq!(Lang::of_locale(locale), Lang::En, "{locale}");
        }
    }
}
