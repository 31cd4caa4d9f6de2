use crate::wechat_codes;

wechat_codes! {
    /// The return codes of WeChat's Official Accounts API.
    ///
    /// "Each time an API is called, if the request was not successful, a return code will be
    /// returned describing the reason", says the [documentation]; a reply carries it as `errcode`.
    /// These are the 135 codes that it lists, and the messages are its own words, kept as they
    /// stand. The enum is `#[non_exhaustive]`: WeChat adds codes, and so will this crate.
    ///
    /// # Matching
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    ///
    /// /// What a program does about the `errcode` of a reply.
    /// fn advice(errcode: i32) -> String {
    ///     match ReturnCode::from_code(errcode) {
    ///         Some(ReturnCode::Success) => "go on".into(),
    ///         Some(code) if code.needs_new_access_token() => "fetch a new access token".into(),
    ///         Some(code) if code.is_transient() => "try again later".into(),
    ///         Some(ReturnCode::InvalidAppId | ReturnCode::MissingAppId) => "mend the app ID".into(),
    ///         Some(code) => format!("give up: {code:#}"),
    ///         None => format!("give up: unknown return code {errcode}"),
    ///     }
    /// }
    ///
    /// assert_eq!(advice(0), "go on");
    /// assert_eq!(advice(42001), "fetch a new access token");
    /// assert_eq!(advice(40013), "mend the app ID");
    /// assert_eq!(advice(45009), "give up: 45009: Error source: interface call");
    /// assert_eq!(advice(12345), "give up: unknown return code 12345");
    /// ```
    ///
    /// # Codes, names and messages
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    ///
    /// // Usable in constants, and the discriminant is the code.
    /// const CODE: ReturnCode = ReturnCode::from_code(40013).unwrap();
    /// assert_eq!(CODE, ReturnCode::InvalidAppId);
    /// assert_eq!(CODE as i32, 40013);
    ///
    /// assert_eq!(CODE.code(), 40013);
    /// assert_eq!(CODE.name(), "InvalidAppId");
    /// assert_eq!(CODE.message(), "Invalid App ID");
    ///
    /// assert_eq!(format!("{CODE}"), "Invalid App ID");
    /// assert_eq!(format!("{CODE:#}"), "40013: Invalid App ID");
    /// assert_eq!(format!("{CODE:?}"), "InvalidAppId");
    ///
    /// assert_eq!("InvalidAppId".parse(), Ok(CODE));
    /// assert_eq!("40013".parse(), Ok(CODE));
    /// assert_eq!(ReturnCode::try_from(40013), Ok(CODE));
    /// assert_eq!(i32::from(CODE), 40013);
    /// ```
    ///
    /// [documentation]: https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
    #[non_exhaustive]
    pub enum ReturnCode {
        -1 => SystemBusy: "System busy",
        0 => Success: "Request succeeded",

        40001 => VerificationFailed: "Verification failed",
        40002 => InvalidCertificateType: "Invalid certificate type",
        40003 => InvalidOpenId: "Invalid Open ID",
        40004 => InvalidMediaFileType: "Invalid media file type",
        40005 => InvalidFileType: "Invalid file type",
        40006 => InvalidFileSize: "Invalid file size",
        40007 => InvalidMediaFileId: "Invalid media file ID",
        40008 => InvalidMessageType: "Invalid message type",
        40009 => InvalidImageFileSize: "Invalid image file size",
        40010 => InvalidAudioFileSize: "Invalid audio file size",
        40011 => InvalidVideoFileSize: "Invalid video file size",
        40012 => InvalidThumbnailFileSize: "Invalid thumbnail file size",
        40013 => InvalidAppId: "Invalid App ID",
        40014 => InvalidAccessToken: "Invalid access token",
        40015 => InvalidMenuType: "Invalid menu type",
        /// The documentation describes 40016 and 40017 in the same words. The API's errmsg tells them
        /// apart: that of 40017, not of this one, is `invalid button type`.
        40016 => InvalidButtonQuantity: "Invalid button quantity",
        /// The documentation describes 40016 and 40017 in the same words. The API's errmsg tells them
        /// apart: that of this one is `invalid button type`.
        40017 => InvalidButtonType: "Invalid button quantity",
        40018 => InvalidButtonNameLength: "Invalid button name length",
        40019 => InvalidButtonKeyLength: "Invalid button KEY length",
        40020 => InvalidButtonUrlLength: "Invalid button URL length",
        40021 => InvalidMenuVersion: "Invalid menu version",
        40022 => InvalidSubMenuLevels: "Invalid sub-menu levels",
        40023 => InvalidSubMenuButtonQuantity: "Invalid sub-menu button quantity",
        40024 => InvalidSubMenuButtonType: "Invalid sub-menu button type",
        40025 => InvalidSubMenuButtonNameLength: "Invalid sub-menu button name length",
        40026 => InvalidSubMenuButtonKeyLength: "Invalid sub-menu button KEY length",
        40027 => InvalidSubMenuButtonUrlLength: "Invalid sub-menu button URL length",
        40028 => InvalidCustomMenuUser: "Invalid custom menu user",
        40029 => InvalidOAuthCode: "Invalid OAuth code",
        40030 => InvalidRefreshToken: "Invalid refresh token",
        40031 => InvalidOpenIdList: "Invalid openid list",
        40032 => InvalidOpenIdListLength: "Invalid openid list length",
        40033 => InvalidRequestCharacters: "Invalid request characters: The character \"\\uxxxx\" cannot be included.",
        40035 => InvalidParameters: "Invalid parameters",
        40038 => InvalidRequestFormat: "Invalid request format",
        40039 => InvalidUrlLength: "Invalid URL length",
        40050 => InvalidGroupId: "Invalid group ID",
        40051 => InvalidGroupName: "Invalid group name",

        41001 => MissingAccessToken: "Parameter missing: access token",
        41002 => MissingAppId: "Parameter missing: appid",
        41003 => MissingRefreshToken: "Parameter missing: refresh token",
        41004 => MissingSecret: "Parameter missing: secret",
        41005 => MissingMultimediaFileData: "Multimedia file data missing",
        41006 => MissingMediaId: "Parameter missing: media id",
        41007 => MissingSubMenuData: "Sub-menu data missing",
        41008 => MissingOAuthCode: "Parameter missing: OAuth code",
        41009 => MissingOpenId: "Parameter missing: openid",

        42001 => AccessTokenExpired: "access token timed out",
        42002 => RefreshTokenExpired: "refresh token timed out",
        42003 => OAuthCodeExpired: "OAuth code timed out",

        43001 => GetRequestRequired: "GET request required",
        43002 => PostRequestRequired: "POST request required",
        43003 => HttpsRequestRequired: "HTTPS request required",
        /// The documentation describes 43004 and 43005 in the same words. The API's errmsg tells them
        /// apart: that of this one is `require subscribe`.
        43004 => NotFollower: "The other user is not yet a follower",
        /// The documentation describes 43004 and 43005 in the same words. The API's errmsg tells them
        /// apart: that of this one is `require friend relations`.
        43005 => NotFriend: "The other user is not yet a follower",

        44001 => EmptyMultimediaFile: "Multimedia file is empty",
        44002 => EmptyPostPackage: "POST package is empty",
        44003 => EmptyRichMediaMessage: "Rich media message is empty",
        44004 => EmptyTextMessage: "Text message is empty",

        45001 => MultimediaFileTooLarge: "Error source: multimedia file size",
        45002 => MessageContentsTooLong: "Message contents too long",
        45003 => TitleTooLong: "Title too long",
        45004 => DescriptionTooLong: "Description too long",
        45005 => UrlTooLong: "URL too long",
        45006 => ImageUrlTooLong: "Image URL too long",
        45007 => AudioPlayTimeOverLimit: "Audio play time over limit",
        45008 => RichMediaMessagesOverLimit: "Rich media messages over limit",
        45009 => InterfaceCallsOverLimit: "Error source: interface call",
        45010 => MessageQuantityOverLimit: "Message quantity over limit",
        45015 => ResponseTooLate: "Response too late",
        45016 => SystemGroupCannotBeChanged: "System group cannot be changed.",
        45017 => SystemNameTooLong: "System name too long",
        45018 => TooManyGroups: "Too many groups",

        46001 => MediaDataMissing: "Media data missing",
        46002 => MenuVersionDoesNotExist: "This menu version doesn not exist.",
        46003 => MenuDataDoesNotExist: "This menu data doesn not exist.",
        46004 => UserDoesNotExist: "This user doesn not exist.",

        47001 => JsonXmlExtractionError: "Error while extracting JSON/XML contents",

        48001 => UnauthorizedApiFunction: "Unauthorized API function",
        48004 => ApiBanned: "API is banned, please see more information on mp.weixin.qq.com",

        50001 => UserNotAuthorizedForApi: "The user is not authorized for this API",

        61450 => SystemError: "System error (system error)",
        61451 => InvalidParameter: "Invalid parameter (invalid parameter)",
        61452 => InvalidCustomerServiceAccount: "Invalid customer service account (invalid kf_account)",
        61453 => ExistingCustomerServiceAccount: "Existing customer service account (kf_account existed)",
        61454 => CustomerServiceAccountNameTooLong: "Length of customer service account name over limit (ten English characters at a maximum, excluding @ and the part after it) (invalid kf_acount length)",
        61455 => InvalidCustomerServiceAccountNameCharacters: "Invalid characters in a customer service account name (English letters and numbers supported only) (illegal character in kf_account)",
        61456 => TooManyCustomerServiceAccounts: "Maximum number of customer service accounts reached(ten customer service accounts at a maximum) (kf_account count exceeded)",
        61457 => InvalidImageFileType: "Invalid image file type (invalid file type)",

        61500 => DateFormatError: "Date format error",

        65301 => NoMatchingPersonalizedMenu: "This menuid doesn not match any existed personalized menu",
        65302 => NoMatchingUser: "No matching user",
        65303 => NoDefaultMenu: "No default menu. Cannot create personalized menu",
        65304 => MatchRuleCannotBeNull: "MatchRule cannot be null",
        65305 => TooManyPersonalizedMenus: "Too many personalized menu",
        65306 => PersonalizedMenuNotSupported: "Current account does not support personalized menu",
        65307 => PersonalizedMenuCannotBeNull: "Personalized menu cannot be null",
        65308 => ButtonsNeedResponses: "All buttons need specified responses",
        65309 => PersonalizedMenuOff: "Personalized menu is off",
        65310 => CountryCannotBeEmpty: "Country cannot be empty",
        65311 => ProvinceCannotBeEmpty: "Province cannot be empty",
        65312 => InvalidCountry: "Invalid country",
        65313 => InvalidProvince: "Invalid province",
        65314 => InvalidCity: "Invalid city",
        65316 => TooManySubDomains: "Current menu has too many sub-domains",
        65317 => InvalidUrl: "Invalid URL",

        9001001 => InvalidPostRequest: "Invalid POST request",
        9001002 => RemoteServiceNotAvailable: "Remote service is not available",
        9001003 => InvalidTicket: "Invalid Ticket",
        9001004 => LoadPeopleAroundYouFailed: "Fail to load people around you",
        9001005 => LoadMerchantFailed: "Fail to load merchant",
        9001006 => LoadOpenIdFailed: "Fail to load OpenID",
        9001007 => MissingUploadFiles: "Missing upload files",
        9001008 => InvalidUploadFileType: "Invalid upload file type",
        9001009 => InvalidUploadFileSize: "Invalid upload file size",
        9001010 => UploadFileFailed: "Fail to upload file",
        9001020 => InvalidAccount: "Invalid account",
        9001021 => ActiveDeviceRateTooLow: "Active device rate below 50%, cannot add new device",
        9001022 => InvalidDeviceNumber: "Invalid number of device (Need at least one device)",
        9001023 => DeviceIdUnderReview: "Device ID is under review",
        9001024 => TooManySearchItems: "Too many search items (50 device ID at most)",
        9001025 => InvalidDeviceId: "Invalid device ID",
        9001026 => InvalidScreenId: "Invalid screen ID",
        9001027 => InvalidPageParameters: "Invalid page parameters",
        9001028 => TooManyScreensToDelete: "Can only delete 10 screen IDs at a time",
        9001029 => ScreenExists: "Screen exists, please remove relation before deletion",
        9001030 => TooManyScreensToSearch: "Can only search 50 screen IDs at a time",
        9001031 => InvalidTimeRange: "Invalid time range",
        9001032 => InvalidDeviceScreenBinding: "Invalid binding of saved device and screen",
        9001033 => InvalidRetailListingId: "Invalid retail listing ID",
        9001034 => DeviceRemarkTooLong: "Device remark is too long",
        9001035 => InvalidApplicationParameters: "Invalid application parameters",
        9001036 => InvalidSearchBeginValue: "Invalid search of begin value",
    }
}

impl ReturnCode {
    /// Whether the call succeeded: 0.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert!(ReturnCode::Success.is_success());
    /// assert!(!ReturnCode::SystemBusy.is_success());
    /// ```
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Success)
    }

    /// Whether the same request may succeed later: -1, 61450 and 9001002, which the
    /// [documentation] describes as a busy system, a system error and a remote service that is not
    /// available.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert!(ReturnCode::SystemBusy.is_transient());
    /// assert!(!ReturnCode::InvalidAppId.is_transient());
    /// ```
    ///
    /// [documentation]: https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
    #[must_use]
    pub const fn is_transient(self) -> bool {
        matches!(self, Self::SystemBusy | Self::SystemError | Self::RemoteServiceNotAvailable)
    }

    /// Whether to fetch a new access token and then repeat the request: 40001, 40014 and 42001,
    /// which the [documentation] describes as a failed verification, an invalid access token and
    /// one that timed out.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert!(ReturnCode::AccessTokenExpired.needs_new_access_token());
    /// assert!(!ReturnCode::RefreshTokenExpired.needs_new_access_token());
    /// ```
    ///
    /// [documentation]: https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
    #[must_use]
    pub const fn needs_new_access_token(self) -> bool {
        matches!(
            self,
            Self::VerificationFailed | Self::InvalidAccessToken | Self::AccessTokenExpired
        )
    }

    /// Whether the account has used up its calls: 45009, whose errmsg is `reach max api daily quota
    /// limit`.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert!(ReturnCode::InterfaceCallsOverLimit.is_rate_limited());
    /// assert!(!ReturnCode::SystemBusy.is_rate_limited());
    /// ```
    #[must_use]
    pub const fn is_rate_limited(self) -> bool {
        matches!(self, Self::InterfaceCallsOverLimit)
    }
}
