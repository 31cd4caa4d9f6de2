use core::fmt;
use core::str::FromStr;

/// What a program does about a return code: the advice that a row of a table gives.
///
/// [`remedy`](crate::CodeTable::remedy) of a code returns it. A client can follow [`Retry`],
/// [`SlowDown`] and [`RenewToken`] by itself; the others need a user, an operator or a developer.
///
/// ```
/// use wechat_codes::{Remedy, ReturnCode};
///
/// let remedy = ReturnCode::AccessTokenExpired.remedy();
/// assert_eq!(remedy, Some(Remedy::RenewToken));
/// assert!(remedy.is_some_and(Remedy::is_retryable));
/// assert_eq!(Remedy::RenewToken.advice(), "Fetch a new token of the kind that the call was made with, then repeat the call");
/// assert_eq!(Remedy::RenewToken.advice_zh(), "重新获取本次调用所用的凭证后重试");
/// ```
///
/// In a table of your own, a row names its remedy in its notes:
/// `900_002 => "Upstream pool is draining" { remedy: Retry }`.
///
/// [`Retry`]: Self::Retry
/// [`SlowDown`]: Self::SlowDown
/// [`RenewToken`]: Self::RenewToken
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Remedy {
    /// WeChat was busy or failed on its side: the same request may succeed shortly.
    ///
    /// A client repeats the request after about a second, then after twice the time, and gives up after
    /// a few attempts. For -1, WeCom's documentation recommends at most three.
    ///
    /// Example: -1, the system is busy.
    Retry,
    /// Too many calls within a second or a minute, or at once.
    ///
    /// A client waits for the window to end, mostly a minute, and then sends the request again at a
    /// lower rate.
    ///
    /// Example: 45011, too many calls of an API within a minute.
    SlowDown,
    /// The quota of a day or of a longer period is used up.
    ///
    /// Repeating the request before the period ends is of no use. A client stops calling this API until
    /// then, and tells its operator.
    ///
    /// Example: 45009, the daily quota of an API.
    WaitForQuota,
    /// The token is wrong or has expired: fetch a new token of the kind that the call was made with.
    ///
    /// A client fetches the token once, without waiting, and repeats the request once. If the new token
    /// is refused too, another try does not help. Neither does one if the call was itself for a token: 40001
    /// then says that the secret is wrong.
    ///
    /// Example: 42001, the `access_token` has expired.
    RenewToken,
    /// The user's login, authorization or one-time code is no longer good.
    ///
    /// A program sends the user through the login or the authorization again, and gets a new code.
    ///
    /// Example: 40029, the OAuth code is invalid.
    LogInAgain,
    /// The request is wrong: a parameter, a format, a size, a method.
    ///
    /// The same request fails every time. A developer mends the program, or a user the input.
    ///
    /// Example: 41001, the `access_token` is missing.
    FixRequest,
    /// The request is well made, but what it names does not exist, exists already, or is in a state that
    /// forbids the call.
    ///
    /// The same request fails until that state changes. A program looks at the state first, or treats
    /// the answer as a result: what was to be deleted is gone already.
    ///
    /// Example: 46003, the menu does not exist.
    CheckState,
    /// The settings of the app or the account are wrong: a secret, an IP list, a domain, a certificate.
    ///
    /// An operator changes the settings on WeChat's platform or in the program's configuration.
    ///
    /// Example: 40013, the App ID is invalid.
    FixSetup,
    /// The account may not make this call: not granted, banned, frozen, or the API is retired.
    ///
    /// An operator applies for the permission, or reads WeChat's notice on the ban.
    ///
    /// Example: 48001, the API is not authorized.
    AskPermission,
}

impl Remedy {
    /// All remedies, in the order of their declaration.
    ///
    /// ```
    /// use wechat_codes::Remedy;
    /// assert!(Remedy::ALL.contains(&Remedy::CheckState));
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Retry,
        Self::SlowDown,
        Self::WaitForQuota,
        Self::RenewToken,
        Self::LogInAgain,
        Self::FixRequest,
        Self::CheckState,
        Self::FixSetup,
        Self::AskPermission,
    ];

    /// Returns the variant's name, which [`Display`](fmt::Display) shows too.
    ///
    /// ```
    /// use wechat_codes::Remedy;
    /// assert_eq!(Remedy::SlowDown.name(), "SlowDown");
    /// assert_eq!(Remedy::SlowDown.to_string(), "SlowDown");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Retry => "Retry",
            Self::SlowDown => "SlowDown",
            Self::WaitForQuota => "WaitForQuota",
            Self::RenewToken => "RenewToken",
            Self::LogInAgain => "LogInAgain",
            Self::FixRequest => "FixRequest",
            Self::CheckState => "CheckState",
            Self::FixSetup => "FixSetup",
            Self::AskPermission => "AskPermission",
        }
    }

    /// Returns a sentence on what to do, in English, without a full stop.
    ///
    /// ```
    /// use wechat_codes::Remedy;
    /// assert_eq!(Remedy::Retry.advice(), "Repeat the same request in a moment, a few times at most");
    /// ```
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Retry => "Repeat the same request in a moment, a few times at most",
            Self::SlowDown => {
                "Call less often: wait for the window to end, then repeat the request"
            }
            Self::WaitForQuota => {
                "The quota of a day or longer is used up: wait until it is renewed, or raise it"
            }
            Self::RenewToken => {
                "Fetch a new token of the kind that the call was made with, then repeat the call"
            }
            Self::LogInAgain => "Ask the user to log in or to authorize again, for a new code",
            Self::FixRequest => "Correct the request: a parameter, format, size or method is wrong",
            Self::CheckState => {
                "Check the state of what the request names: it may be absent, exist already or forbid \
                 the call"
            }
            Self::FixSetup => {
                "Correct the settings of the app or account, such as secret, IP list, domain or \
                 certificate"
            }
            Self::AskPermission => {
                "Obtain the permission: it is not granted, is withdrawn, or the API is retired"
            }
        }
    }

    /// Returns a sentence on what to do, in Chinese, without a full stop.
    ///
    /// ```
    /// use wechat_codes::Remedy;
    /// assert_eq!(Remedy::Retry.advice_zh(), "稍后重试相同请求，次数不宜多");
    /// ```
    #[must_use]
    pub const fn advice_zh(self) -> &'static str {
        match self {
            Self::Retry => "稍后重试相同请求，次数不宜多",
            Self::SlowDown => "降低调用频率，待限制窗口结束后重试",
            Self::WaitForQuota => "当日或更长周期的额度已用完，等待额度恢复或提升额度",
            Self::RenewToken => "重新获取本次调用所用的凭证后重试",
            Self::LogInAgain => "引导用户重新登录或授权，获取新的 code",
            Self::FixRequest => "修正请求：参数、格式、大小或请求方法有误",
            Self::CheckState => "检查请求所指对象的状态：可能不存在、已存在或当前状态不允许",
            Self::FixSetup => "修正应用或账号的配置，如密钥、IP 白名单、域名、证书",
            Self::AskPermission => "申请相应权限：未授权、已被收回，或接口已下线",
        }
    }

    /// Tells whether a client can follow the remedy by itself and then repeat the request: [`Retry`],
    /// [`SlowDown`] and [`RenewToken`].
    ///
    /// ```
    /// use wechat_codes::Remedy;
    /// assert!(Remedy::SlowDown.is_retryable());
    /// assert!(!Remedy::WaitForQuota.is_retryable());
    /// ```
    ///
    /// [`Retry`]: Self::Retry
    /// [`SlowDown`]: Self::SlowDown
    /// [`RenewToken`]: Self::RenewToken
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        matches!(self, Self::Retry | Self::SlowDown | Self::RenewToken)
    }
}

/// Shows the name, and honours width, fill and precision.
impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The error of parsing text that is not the name of a [`Remedy`].
///
/// ```
/// use wechat_codes::Remedy;
/// let error = "retry".parse::<Remedy>().unwrap_err();
/// assert_eq!(error.to_string(), "not the name of a remedy");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParseRemedyError;

impl fmt::Display for ParseRemedyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of a remedy")
    }
}

impl core::error::Error for ParseRemedyError {}

/// Parses the exact name.
impl FromStr for Remedy {
    type Err = ParseRemedyError;

    fn from_str(name: &str) -> Result<Self, ParseRemedyError> {
        let mut all = Self::ALL.iter().copied();
        all.find(|remedy| remedy.name() == name).ok_or(ParseRemedyError)
    }
}

/// Returns the remedy that generated code stores as a number: its place among [`Remedy::ALL`] from 1,
/// or 0 for none.
#[must_use]
pub const fn remedy_of_number(number: u8) -> Option<Remedy> {
    match number {
        1 => Some(Remedy::Retry),
        2 => Some(Remedy::SlowDown),
        3 => Some(Remedy::WaitForQuota),
        4 => Some(Remedy::RenewToken),
        5 => Some(Remedy::LogInAgain),
        6 => Some(Remedy::FixRequest),
        7 => Some(Remedy::CheckState),
        8 => Some(Remedy::FixSetup),
        9 => Some(Remedy::AskPermission),
        _ => None,
    }
}
