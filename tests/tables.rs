//! The prebuilt tables: every known code is there, and every row says what a row has to say.

use std::collections::{BTreeMap, BTreeSet};

use wechat_codes::{ChannelsCode, CodeTable, Remedy, ReturnCode, WeComCode, WeixinCode};

/// Asserts that a table has exactly the codes of a list.
fn assert_codes<C: CodeTable<Code = i32>>(list: &str) {
    let listed: BTreeSet<i32> = list.lines().map(|code| code.parse().expect(code)).collect();
    let table: BTreeSet<i32> = C::iter().map(C::code).collect();
    assert_eq!(table.symmetric_difference(&listed).collect::<Vec<_>>(), Vec::<&i32>::new());
    assert_eq!(C::COUNT, listed.len());
}

#[test]
fn every_known_code_is_there_and_no_other() {
    assert_codes::<ReturnCode>(include_str!("codes/return_code.txt"));
    assert_codes::<WeixinCode>(include_str!("codes/weixin.txt"));
    assert_codes::<WeComCode>(include_str!("codes/wecom.txt"));
    assert_codes::<ChannelsCode>(include_str!("codes/channels.txt"));
}

/// Asserts what each row of a table has to say.
fn assert_rows<C: CodeTable<Code = i32>>() {
    let documented: BTreeSet<i32> = include_str!("official-accounts.tsv")
        .lines()
        .skip(1)
        .map(|row| row.split('\t').next().and_then(|code| code.parse().ok()).expect(row))
        .collect();
    for code in C::iter() {
        let (number, name, message) = (code.code(), code.name(), code.message());
        let zh = code.message_zh().unwrap_or_else(|| panic!("{number} has no Chinese message"));
        assert_eq!(code.remedy().is_none(), number == 0, "{number}");
        assert_eq!(code.is_success(), number == 0, "{number}");
        assert!(name.len() <= 60 && name.starts_with(|c: char| c.is_ascii_uppercase()), "{name}");
        assert!(zh.chars().count() <= 60 && !zh.ends_with('。'), "{number}: {zh}");
        for word in ["请开发者", "请检查", "请确认", "://"] {
            assert!(!zh.contains(word), "{number}: {zh}");
        }
        assert!(zh.trim() == zh && message.trim() == message, "{number}");
        if !documented.contains(&number) {
            assert!((4..=110).contains(&message.len()), "{number}: {message}");
            assert!(!message.ends_with(['.', '!']), "{number}: {message}");
            assert!(message.is_ascii(), "{number}: {message}");
            assert!(!message.to_lowercase().contains("please"), "{number}: {message}");
        }
    }
}

#[test]
fn every_row_says_what_a_row_has_to_say() {
    assert_rows::<ReturnCode>();
    assert_rows::<WeixinCode>();
    assert_rows::<WeComCode>();
    assert_rows::<ChannelsCode>();
}

#[test]
fn return_code_is_a_part_of_weixin_code() {
    for code in ReturnCode::iter() {
        let weixin = WeixinCode::from(code);
        assert_eq!((weixin.code(), weixin.name()), (code.code(), code.name()));
        assert_eq!((weixin.message(), weixin.message_zh()), (code.message(), code.message_zh()));
        assert_eq!(weixin.remedy(), code.remedy());
        assert_eq!(ReturnCode::try_from(weixin), Ok(code));
    }
}

/// Asserts a list of codes, names and remedies, written by hand from the reference.
fn assert_golden<C: CodeTable<Code = i32>>(golden: &[(i32, &str, Remedy)]) {
    for &(code, name, remedy) in golden {
        let row = C::from_code(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!((row.name(), row.remedy()), (name, Some(remedy)), "{code}");
    }
}

#[test]
fn the_codes_that_users_meet_most() {
    use Remedy::{
        AskPermission, CheckState, FixRequest, FixSetup, LogInAgain, RenewToken, Retry, SlowDown,
        WaitForQuota,
    };
    let official = [
        (-1, "SystemBusy", Retry),
        (40001, "VerificationFailed", RenewToken),
        (40003, "InvalidOpenId", FixRequest),
        (40007, "InvalidMediaFileId", FixRequest),
        (40013, "InvalidAppId", FixSetup),
        (40014, "InvalidAccessToken", RenewToken),
        (40029, "InvalidOAuthCode", LogInAgain),
        (40030, "InvalidRefreshToken", LogInAgain),
        (40037, "InvalidTemplateId", FixRequest),
        (40125, "InvalidAppSecret", FixSetup),
        (40163, "OAuthCodeUsed", LogInAgain),
        (40164, "IpNotInWhitelist", FixSetup),
        (40243, "AppSecretFrozen", FixSetup),
        (41001, "MissingAccessToken", FixRequest),
        (42001, "AccessTokenExpired", RenewToken),
        (42002, "RefreshTokenExpired", LogInAgain),
        (42003, "OAuthCodeExpired", LogInAgain),
        (42007, "UserPasswordChanged", LogInAgain),
        (43101, "SubscriptionRefused", CheckState),
        (45009, "InterfaceCallsOverLimit", WaitForQuota),
        (45011, "TooManyCallsPerMinute", SlowDown),
        (47003, "InvalidTemplateArguments", FixRequest),
        (48001, "UnauthorizedApiFunction", AskPermission),
        (48004, "ApiBanned", AskPermission),
        (50002, "UserRestricted", AskPermission),
        (61007, "ApiNotAuthorizedToComponent", AskPermission),
        (61023, "InvalidAuthorizerRefreshToken", LogInAgain),
        (61450, "SystemError", Retry),
        (89503, "IpAwaitsAdministrator", FixSetup),
        (89506, "IpBannedForDay", FixSetup),
        (89507, "IpBannedForHour", FixSetup),
    ];
    assert_golden::<ReturnCode>(&official);
    assert_golden::<WeixinCode>(&official);
    let elsewhere: BTreeMap<i32, Remedy> = [
        (40097, FixRequest),
        (45035, FixSetup),
        (61004, FixSetup),
        (61005, RenewToken),
        (61006, RenewToken),
        (44990, SlowDown),
        (44991, SlowDown),
        (87007, LogInAgain),
        (48012, FixRequest),
        (85407, AskPermission),
    ]
    .into();
    for (code, remedy) in elsewhere {
        let row = WeixinCode::from_code(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(row.remedy(), Some(remedy), "{code}");
    }
}

#[test]
fn a_client_acts_by_itself_on_few_codes() {
    fn share<C: CodeTable>() -> f64 {
        let retryable = C::iter().filter(|code| code.remedy().is_some_and(Remedy::is_retryable));
        f64::from(u32::try_from(retryable.count()).expect("few"))
            / f64::from(u32::try_from(C::COUNT).expect("few"))
    }
    for share in [share::<WeixinCode>(), share::<WeComCode>(), share::<ChannelsCode>()] {
        assert!(share < 0.08, "{share}");
    }
}

/// The conflicts that the reference lists: the same number means something else in WeCom.
#[test]
fn the_same_number_means_another_thing_in_wecom() {
    const CONFLICTS: [i32; 56] = [
        40001, 40013, 40050, 40066, 40082, 40084, 40091, 40097, 40125, 41018, 42007, 42009, 45029,
        45033, 48002, 48003, 48004, 48005, 48006, 50001, 50002, 50003, 60005, 60006, 81013, 84014,
        84015, 84019, 84020, 84021, 84022, 85002, 85004, 85005, 86001, 86003, 86004, 90001, 90002,
        90003, 92000, 92001, 92002, 92003, 92004, 92005, 92006, 94001, 94002, 94003, 94004, 94005,
        94006, 95001, 95002, 40031,
    ];
    for code in CONFLICTS {
        let (Some(weixin), Some(wecom)) = (WeixinCode::from_code(code), WeComCode::from_code(code))
        else {
            continue;
        };
        let differ =
            (weixin.message(), weixin.message_zh()) != (wecom.message(), wecom.message_zh());
        assert!(differ, "{code}: {weixin:?} {wecom:?}");
    }
    for (code, name, remedy) in [
        (40001, "InvalidSecret", Remedy::FixSetup),
        (45033, "TooManyConcurrentCalls", Remedy::SlowDown),
        (48004, "AuthorizationRevoked", Remedy::LogInAgain),
        (640_001, "DriveSpaceDoesNotExist", Remedy::CheckState),
    ] {
        assert_golden::<WeComCode>(&[(code, name, remedy)]);
    }
    assert!(ReturnCode::try_from(40013).is_ok_and(|code| code.name() == "InvalidAppId"));
    assert!(WeComCode::try_from(40013).is_ok_and(|code| code.name() == "InvalidCorpId"));
}

#[test]
fn rows_alike_convert_and_others_do_not() {
    assert_eq!(ReturnCode::try_from(WeComCode::SystemBusy), Ok(ReturnCode::SystemBusy));
    assert_eq!(ReturnCode::try_from(ChannelsCode::SystemBusy), Ok(ReturnCode::SystemBusy));
    let error = ReturnCode::try_from(WeComCode::InvalidSecret).unwrap_err();
    assert_eq!(error.to_string(), "40001 has another meaning in ReturnCode");
    for code in WeComCode::iter() {
        if let Ok(same) = ReturnCode::try_from(code) {
            assert_eq!(
                (same.message(), same.remedy()),
                (code.message(), code.remedy()),
                "{code:?}"
            );
        }
    }
}
