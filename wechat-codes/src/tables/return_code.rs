use crate::wechat_codes;

wechat_codes! {
    /// The return codes of WeChat's Official Accounts (公众号).
    ///
    /// Read a reply with this table if the call was made for an Official Account. [`WeixinCode`]
    /// has the codes of everything on `api.weixin.qq.com`. WeCom's numbers mean other things;
    /// [`WeComCode`] is for those.
    ///
    #[doc = include_str!("../../docs/tables/methods.md")]
    ///
    /// # All codes
    ///
    #[doc = include_str!("../../docs/codes/return_code.md")]
    ///
    /// # Sources
    ///
    /// A reply carries the code as `errcode`. The rows are those of the [documentation] in English,
    /// whose messages stand as they are there, and codes that only the [Chinese documentation]
    /// lists. All other words, English and Chinese, are this crate's own, and so are the names. The
    /// enum is `#[non_exhaustive]`: WeChat adds codes, and so will this crate.
    ///
    /// # Acting on a code
    ///
    /// ```
    /// use wechat_codes::{Remedy, ReturnCode};
    ///
    /// /// Tells what a program does about the `errcode` of a reply.
    /// fn next_step(errcode: i32) -> String {
    ///     let Some(code) = ReturnCode::from_code(errcode) else {
    ///         return format!("give up: unknown return code {errcode}");
    ///     };
    ///     match (code, code.remedy()) {
    ///         (ReturnCode::Success, _) => "go on".into(),
    ///         (_, Some(Remedy::RenewToken)) => "fetch a new access token".into(),
    ///         (_, Some(remedy)) if remedy.is_retryable() => "try again later".into(),
    ///         (ReturnCode::InvalidAppId | ReturnCode::MissingAppId, _) => "mend the app ID".into(),
    ///         _ => format!("give up: {code:#}"),
    ///     }
    /// }
    ///
    /// assert_eq!(next_step(0), "go on");
    /// assert_eq!(next_step(42001), "fetch a new access token");
    /// assert_eq!(next_step(-1), "try again later");
    /// assert_eq!(next_step(40013), "mend the app ID");
    /// assert_eq!(next_step(45009), "give up: 45009: Error source: interface call");
    /// assert_eq!(next_step(12345), "give up: unknown return code 12345");
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
    #[cfg_attr(feature = "weixin", doc = "[`WeixinCode`]: crate::WeixinCode")]
    #[cfg_attr(not(feature = "weixin"), doc = "[`WeixinCode`]: crate#tables-and-features")]
    #[cfg_attr(feature = "wecom", doc = "[`WeComCode`]: crate::WeComCode")]
    #[cfg_attr(not(feature = "wecom"), doc = "[`WeComCode`]: crate#tables-and-features")]
    /// [Chinese documentation]: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
    /// [documentation]: https://open.wechat.com/cgi-bin/newreadtemplate?t=overseas_open/docs/oa/basic-info/return-codes
    #[non_exhaustive]
    pub enum ReturnCode {
        // General results
        -1 => SystemBusy: "System busy" { zh: "系统繁忙", remedy: Retry },
        0 => Success: "Request succeeded" { zh: "请求成功" },
        // 40xxx Invalid credentials and parameters
        #[doc(alias("invalid credential"))]
        40001 => VerificationFailed: "Verification failed" { zh: "校验失败：AppSecret 错误或 access_token 无效", remedy: RenewToken },
        40002 => InvalidCertificateType: "Invalid certificate type" { zh: "凭证类型（grant_type）无效；URL Scheme 接口中指无权限", remedy: FixRequest },
        #[doc(alias("invalid openid"))]
        40003 => InvalidOpenId: "Invalid Open ID" { zh: "openid 无效，如用户未关注或属于其他公众号", remedy: FixRequest },
        40004 => InvalidMediaFileType: "Invalid media file type" { zh: "媒体文件类型无效", remedy: FixRequest },
        40005 => InvalidFileType: "Invalid file type" { zh: "文件类型无效", remedy: FixRequest },
        40006 => InvalidFileSize: "Invalid file size" { zh: "文件大小无效或超过上限", remedy: FixRequest },
        #[doc(alias("invalid media_id"))]
        40007 => InvalidMediaFileId: "Invalid media file ID" { zh: "媒体文件 ID（media_id）无效", remedy: FixRequest },
        40008 => InvalidMessageType: "Invalid message type" { zh: "消息类型无效", remedy: FixRequest },
        40009 => InvalidImageFileSize: "Invalid image file size" { zh: "图片文件大小无效或超过上限", remedy: FixRequest },
        40010 => InvalidAudioFileSize: "Invalid audio file size" { zh: "语音文件大小无效", remedy: FixRequest },
        40011 => InvalidVideoFileSize: "Invalid video file size" { zh: "视频文件大小无效", remedy: FixRequest },
        40012 => InvalidThumbnailFileSize: "Invalid thumbnail file size" { zh: "缩略图文件大小无效", remedy: FixRequest },
        #[doc(alias("invalid appid", "appid"))]
        40013 => InvalidAppId: "Invalid App ID" { zh: "AppID 无效或不符合绑定关系；URL Scheme 接口中指无权限", remedy: FixSetup },
        #[doc(alias("invalid access_token"))]
        40014 => InvalidAccessToken: "Invalid access token" { zh: "access_token 无效，如已过期或属于其他账号", remedy: RenewToken },
        40015 => InvalidMenuType: "Invalid menu type" { zh: "菜单类型无效", remedy: FixRequest },
        40016 => InvalidButtonQuantity: "Invalid button quantity" { zh: "按钮数量无效", remedy: FixRequest },
        40017 => InvalidButtonType: "Invalid button quantity" { zh: "按钮类型无效", remedy: FixRequest },
        40018 => InvalidButtonNameLength: "Invalid button name length" { zh: "按钮名称长度无效", remedy: FixRequest },
        40019 => InvalidButtonKeyLength: "Invalid button KEY length" { zh: "按钮 KEY 长度无效", remedy: FixRequest },
        40020 => InvalidButtonUrlLength: "Invalid button URL length" { zh: "按钮 URL 长度无效", remedy: FixRequest },
        40021 => InvalidMenuVersion: "Invalid menu version" { zh: "菜单版本号无效", remedy: FixRequest },
        40022 => InvalidSubMenuLevels: "Invalid sub-menu levels" { zh: "子菜单级数无效", remedy: FixRequest },
        40023 => InvalidSubMenuButtonQuantity: "Invalid sub-menu button quantity" { zh: "子菜单按钮数量无效", remedy: FixRequest },
        40024 => InvalidSubMenuButtonType: "Invalid sub-menu button type" { zh: "子菜单按钮类型无效", remedy: FixRequest },
        40025 => InvalidSubMenuButtonNameLength: "Invalid sub-menu button name length" { zh: "子菜单按钮名称长度无效", remedy: FixRequest },
        40026 => InvalidSubMenuButtonKeyLength: "Invalid sub-menu button KEY length" { zh: "子菜单按钮 KEY 长度无效", remedy: FixRequest },
        40027 => InvalidSubMenuButtonUrlLength: "Invalid sub-menu button URL length" { zh: "子菜单按钮 URL 长度无效", remedy: FixRequest },
        40028 => InvalidCustomMenuUser: "Invalid custom menu user" { zh: "自定义菜单的使用用户无效", remedy: FixRequest },
        #[doc(alias("invalid code"))]
        40029 => InvalidOAuthCode: "Invalid OAuth code" { zh: "OAuth code 无效", remedy: LogInAgain },
        40030 => InvalidRefreshToken: "Invalid refresh token" { zh: "refresh_token 无效", remedy: LogInAgain },
        40031 => InvalidOpenIdList: "Invalid openid list" { zh: "openid 列表无效", remedy: FixRequest },
        40032 => InvalidOpenIdListLength: "Invalid openid list length" { zh: "openid 列表长度无效", remedy: FixRequest },
        40033 => InvalidRequestCharacters: "Invalid request characters: The character \"\\uxxxx\" cannot be included." { zh: "请求包含无效字符，不支持 \\uxxxx 格式", remedy: FixRequest },
        40035 => InvalidParameters: "Invalid parameters" { zh: "参数无效", remedy: FixRequest },
        #[doc(alias("invalid template_id"))]
        40037 => InvalidTemplateId: "The template_id is invalid or no longer in effect" { zh: "template_id 无效或已失效", remedy: FixRequest },
        40038 => InvalidRequestFormat: "Invalid request format" { zh: "请求格式无效", remedy: FixRequest },
        40039 => InvalidUrlLength: "Invalid URL length" { zh: "URL 长度无效", remedy: FixRequest },
        40048 => InvalidUrlDomain: "The URL or its domain is invalid" { zh: "URL 或其域名无效", remedy: FixRequest },
        40050 => InvalidGroupId: "Invalid group ID" { zh: "分组 ID 无效", remedy: FixRequest },
        40051 => InvalidGroupName: "Invalid group name" { zh: "分组名称无效", remedy: FixRequest },
        40053 => InvalidActionInfo: "The action_info is invalid; the account's 100,000 QR codes may be used up" { zh: "action_info 无效；公众号的 10 万个二维码可能已用完", remedy: FixRequest },
        40054 => InvalidSubMenuButtonUrlDomain: "The URL domain of a sub-menu button is invalid" { zh: "子菜单按钮的 URL 域名无效", remedy: FixRequest },
        40055 => InvalidButtonUrlDomain: "The URL domain of a menu button is invalid" { zh: "菜单按钮的 URL 域名无效", remedy: FixRequest },
        40060 => InvalidArticleIndex: "The article_idx of the article to delete is invalid" { zh: "待删除图文的 article_idx 无效", remedy: FixRequest },
        40099 => CodeConsumed: "The card's code has been redeemed" { zh: "卡券 code 已核销", remedy: CheckState },
        40102 => InvalidIndustryId: "The industry ID is invalid; some templates are only for certain industries" { zh: "行业 ID 无效，部分模板仅限特定行业", remedy: FixRequest },
        40117 => InvalidGroupNameOrButtonMediaId: "A group name, or the length of a button's media_id, is invalid" { zh: "分组名称无效，或按钮的 media_id 长度无效", remedy: FixRequest },
        40118 => InvalidSubMenuButtonMediaIdLength: "The length of a sub-menu button's media_id is invalid" { zh: "子菜单按钮的 media_id 长度无效", remedy: FixRequest },
        40119 => InvalidUseOfButtonType: "A menu button uses an invalid type" { zh: "菜单按钮使用了无效的类型", remedy: FixRequest },
        40120 => InvalidUseOfSubMenuButtonType: "A sub-menu button uses an invalid type" { zh: "子菜单按钮使用了无效的类型", remedy: FixRequest },
        40121 => InvalidViewLimitedMediaType: "The media_id of a view_limited button is of an invalid type" { zh: "view_limited 按钮的 media_id 类型无效", remedy: FixRequest },
        #[doc(alias("invalid appsecret"))]
        40125 => InvalidAppSecret: "The AppSecret is invalid" { zh: "AppSecret 无效", remedy: FixSetup },
        40132 => InvalidWeChatUsername: "The username (WeChat ID) is invalid" { zh: "username（微信号）无效", remedy: FixRequest },
        40137 => InvalidImageFormat: "The image format is not supported" { zh: "图片格式不受支持", remedy: FixRequest },
        40155 => OtherHomePageUrlNotAllowed: "The content links to another account's home page" { zh: "内容包含其他公众号的主页链接", remedy: FixRequest },
        #[doc(alias("code been used"))]
        40163 => OAuthCodeUsed: "The OAuth code has been used" { zh: "OAuth code 已被使用过", remedy: LogInAgain },
        #[doc(alias("invalid ip", "not in whitelist", "白名单"))]
        40164 => IpNotInWhitelist: "The caller's IP address is not in the whitelist" { zh: "调用方 IP 不在白名单内", remedy: FixSetup },
        40227 => EmptyTitle: "The title is empty" { zh: "标题为空", remedy: FixRequest },
        40243 => AppSecretFrozen: "The AppSecret is frozen" { zh: "AppSecret 已被冻结", remedy: FixSetup },
        // 41xxx Missing parameters
        #[doc(alias("access_token missing"))]
        41001 => MissingAccessToken: "Parameter missing: access token" { zh: "缺少 access_token", remedy: FixRequest },
        41002 => MissingAppId: "Parameter missing: appid" { zh: "缺少 appid", remedy: FixRequest },
        41003 => MissingRefreshToken: "Parameter missing: refresh token" { zh: "缺少 refresh_token", remedy: FixRequest },
        41004 => MissingSecret: "Parameter missing: secret" { zh: "缺少 secret", remedy: FixRequest },
        41005 => MissingMultimediaFileData: "Multimedia file data missing" { zh: "缺少多媒体文件数据", remedy: FixRequest },
        41006 => MissingMediaId: "Parameter missing: media id" { zh: "缺少 media_id", remedy: FixRequest },
        41007 => MissingSubMenuData: "Sub-menu data missing" { zh: "缺少子菜单数据", remedy: FixRequest },
        41008 => MissingOAuthCode: "Parameter missing: OAuth code" { zh: "缺少 OAuth code", remedy: FixRequest },
        41009 => MissingOpenId: "Parameter missing: openid" { zh: "缺少 openid", remedy: FixRequest },
        41030 => InvalidPage: "The page is not a path in the released version of the mini program" { zh: "page 不是小程序线上版本中的路径", remedy: FixRequest },
        // 42xxx Expired tokens and codes
        #[doc(alias("access_token expired"))]
        42001 => AccessTokenExpired: "access token timed out" { zh: "access_token 已过期", remedy: RenewToken },
        42002 => RefreshTokenExpired: "refresh token timed out" { zh: "refresh_token 已过期", remedy: LogInAgain },
        42003 => OAuthCodeExpired: "OAuth code timed out" { zh: "OAuth code 已过期", remedy: LogInAgain },
        42005 => ApiUsageOverLimit: "The frequency of calls of this API is over the limit" { zh: "该接口调用频率超过上限", remedy: SlowDown },
        42007 => UserPasswordChanged: "The user changed the WeChat password, so access_token and refresh_token are void" { zh: "用户改过微信密码，access_token 与 refresh_token 均已失效", remedy: LogInAgain },
        // 43xxx Required methods, settings and consents
        43001 => GetRequestRequired: "GET request required" { zh: "必须使用 GET 请求", remedy: FixRequest },
        43002 => PostRequestRequired: "POST request required" { zh: "必须使用 POST 请求", remedy: FixRequest },
        43003 => HttpsRequestRequired: "HTTPS request required" { zh: "必须使用 HTTPS 请求", remedy: FixRequest },
        #[doc(alias("require subscribe"))]
        43004 => NotFollower: "The other user is not yet a follower" { zh: "接收者尚未关注", remedy: CheckState },
        43005 => NotFriend: "The other user is not yet a follower" { zh: "与对方不是好友关系", remedy: CheckState },
        43019 => ReceiverInBlacklist: "The receiver is in the blacklist" { zh: "接收者在黑名单中", remedy: CheckState },
        43100 => IndustryChangedTooOften: "The industry was changed more than once in a month" { zh: "更换行业过于频繁，每月最多一次", remedy: WaitForQuota },
        #[doc(alias("user refuse to accept the msg"))]
        43101 => SubscriptionRefused: "The user refuses the message or has unsubscribed" { zh: "用户拒收消息或已取消订阅", remedy: CheckState },
        // 44xxx Empty bodies
        44001 => EmptyMultimediaFile: "Multimedia file is empty" { zh: "多媒体文件为空", remedy: FixRequest },
        44002 => EmptyPostPackage: "POST package is empty" { zh: "POST 数据包为空", remedy: FixRequest },
        44003 => EmptyRichMediaMessage: "Rich media message is empty" { zh: "图文消息内容为空", remedy: FixRequest },
        44004 => EmptyTextMessage: "Text message is empty" { zh: "文本消息内容为空", remedy: FixRequest },
        // 45xxx Limits of size, number and frequency
        45001 => MultimediaFileTooLarge: "Error source: multimedia file size" { zh: "多媒体文件大小超过上限", remedy: FixRequest },
        45002 => MessageContentsTooLong: "Message contents too long" { zh: "消息内容过长", remedy: FixRequest },
        45003 => TitleTooLong: "Title too long" { zh: "标题过长", remedy: FixRequest },
        45004 => DescriptionTooLong: "Description too long" { zh: "描述过长", remedy: FixRequest },
        45005 => UrlTooLong: "URL too long" { zh: "链接过长", remedy: FixRequest },
        45006 => ImageUrlTooLong: "Image URL too long" { zh: "图片链接过长", remedy: FixRequest },
        45007 => AudioPlayTimeOverLimit: "Audio play time over limit" { zh: "语音播放时长超过上限", remedy: FixRequest },
        45008 => RichMediaMessagesOverLimit: "Rich media messages over limit" { zh: "图文消息数量超过上限", remedy: FixRequest },
        #[doc(alias("reach max api daily quota limit", "quota"))]
        45009 => InterfaceCallsOverLimit: "Error source: interface call" { zh: "接口调用次数超过每日上限", remedy: WaitForQuota },
        45010 => MessageQuantityOverLimit: "Message quantity over limit" { zh: "创建的菜单个数超过上限", remedy: CheckState },
        #[doc(alias("api minute-quota reach limit"))]
        45011 => TooManyCallsPerMinute: "Too many calls of this API within a minute" { zh: "该接口每分钟调用次数过多", remedy: SlowDown },
        #[doc(alias("response out of time limit"))]
        45015 => ResponseTooLate: "Response too late" { zh: "回复超过时限，或订阅已取消", remedy: CheckState },
        45016 => SystemGroupCannotBeChanged: "System group cannot be changed." { zh: "系统分组不可修改", remedy: CheckState },
        45017 => SystemNameTooLong: "System name too long" { zh: "分组名过长", remedy: FixRequest },
        45018 => TooManyGroups: "Too many groups" { zh: "分组数量已达上限", remedy: CheckState },
        45024 => TooManyAccountsOrRankTemplates: "The number of accounts, or of rank templates, is over the limit" { zh: "账号数量或 rank 模板数量超过上限", remedy: CheckState },
        45026 => TooManyTemplates: "The number of message templates is over the limit" { zh: "消息模板数量超过上限", remedy: CheckState },
        45027 => TemplateIndustryConflict: "The message template conflicts with the industry" { zh: "消息模板与行业冲突", remedy: CheckState },
        #[doc(alias("out of response count limit"))]
        45047 => TooManyCustomerServiceMessages: "Too many messages were sent through the customer service API" { zh: "客服接口下发的消息过多", remedy: CheckState },
        45064 => MenuMiniProgramNotLinked: "The menu has a mini program that is not linked to the account" { zh: "菜单含有未关联的小程序", remedy: FixSetup },
        45065 => ClientMsgIdExists: "A mass message with this clientmsgid already exists; the response gives its msgid" { zh: "该 clientmsgid 已有群发任务，其 msgid 见返回数据", remedy: CheckState },
        45066 => ClientMsgIdRetriedTooSoon: "The same clientmsgid is tried again within a minute" { zh: "同一 clientmsgid 的重试间隔不足 1 分钟", remedy: Retry },
        45067 => ClientMsgIdTooLong: "The clientmsgid is too long" { zh: "clientmsgid 过长", remedy: FixRequest },
        45083 => InvalidSpeed: "The speed is not between 0 and 4" { zh: "speed 不在 0 到 4 之间", remedy: FixRequest },
        45084 => MissingSpeed: "The speed is not set" { zh: "未设置 speed", remedy: FixRequest },
        45159 => InvalidTagId: "The tag_id is invalid" { zh: "tag_id 无效", remedy: FixRequest },
        45166 => InvalidArticleContent: "The content of the article is not supported; it may have a hyperlink tag" { zh: "不支持该图文消息的 content，其中可能有超链接标签", remedy: FixRequest },
        // 46xxx Absent data
        46001 => MediaDataMissing: "Media data missing" { zh: "媒体数据不存在", remedy: CheckState },
        46002 => MenuVersionDoesNotExist: "This menu version doesn not exist." { zh: "菜单版本不存在", remedy: CheckState },
        46003 => MenuDataDoesNotExist: "This menu data doesn not exist." { zh: "菜单数据不存在", remedy: CheckState },
        46004 => UserDoesNotExist: "This user doesn not exist." { zh: "用户不存在", remedy: CheckState },
        // 47xxx Data formats and template arguments
        #[doc(alias("data format error"))]
        47001 => JsonXmlExtractionError: "Error while extracting JSON/XML contents" { zh: "JSON/XML 内容解析失败", remedy: FixRequest },
        47003 => InvalidTemplateArguments: "A template argument is empty or breaks its rule" { zh: "模板参数为空或不符合规则", remedy: FixRequest },
        // 48xxx Permissions, bans and mass messages
        #[doc(alias("api unauthorized"))]
        48001 => UnauthorizedApiFunction: "Unauthorized API function" { zh: "未获得该 API 功能的权限", remedy: AskPermission },
        48002 => MessagesBlockedByUser: "The follower has switched off messages from the Official Account" { zh: "粉丝已关闭接收该公众号的消息", remedy: CheckState },
        48003 => MassSendAgreementRequired: "The administrator has not accepted the mass-sending agreement" { zh: "管理员未同意群发协议", remedy: FixSetup },
        48004 => ApiBanned: "API is banned, please see more information on mp.weixin.qq.com" { zh: "接口已被封禁，详情见公众平台官网", remedy: AskPermission },
        48005 => MaterialInUse: "The material is in use by an auto-reply or a menu and cannot be deleted" { zh: "素材正被自动回复或自定义菜单引用，不能删除", remedy: CheckState },
        48006 => QuotaResetsOverLimit: "The limit of resets of the call quota is reached" { zh: "接口调用次数的清零次数已达上限", remedy: WaitForQuota },
        48008 => MessageTypeNotAuthorized: "The account may not send messages of this msgtype" { zh: "账号无权发送该 msgtype 的消息", remedy: AskPermission },
        // 50xxx State of the user or account
        50001 => UserNotAuthorizedForApi: "The user is not authorized for this API" { zh: "用户尚未授权该接口", remedy: LogInAgain },
        50002 => UserRestricted: "The user is restricted, perhaps by an API ban or because the account is frozen or closed" { zh: "用户受限，可能因违规被封禁接口，或账号被冻结、注销", remedy: AskPermission },
        50004 => AccessTokenNotAllowed: "Use of the access_token is forbidden, perhaps as a penalty" { zh: "禁止使用 access_token，可能因违规受罚", remedy: AskPermission },
        50005 => UserNotSubscribed: "The user does not follow the Official Account" { zh: "用户没有关注该公众号", remedy: CheckState },
        50007 => AccountFrozen: "The account is frozen" { zh: "账号已被冻结", remedy: AskPermission },
        // 53xxx Account names and signatures
        53500 => PublishingBanned: "The publishing feature is banned" { zh: "发布功能已被封禁", remedy: AskPermission },
        53501 => TooManyPublishRequests: "Publishing is requested too frequently" { zh: "发布过于频繁", remedy: SlowDown },
        53502 => InvalidPublishId: "The publish_id is invalid" { zh: "publish_id 无效", remedy: FixRequest },
        53503 => DraftCheckFailed: "The draft did not pass the check for publishing" { zh: "草稿的发布检查未通过", remedy: CheckState },
        53504 => DraftUsableOnWebsiteOnly: "The draft can be used on the Official Accounts Platform website only" { zh: "该草稿只能在公众平台官网使用", remedy: CheckState },
        53505 => ManualSaveRequired: "A successful manual save is required before publishing" { zh: "需先手动保存成功才能发表", remedy: CheckState },
        53600 => InvalidArticleId: "The article_id is invalid" { zh: "article_id 无效", remedy: FixRequest },
        // 61xxx Customer service, third-party platforms and IP addresses
        61003 => ComponentNotAuthorized: "The account has not authorized the third-party platform" { zh: "账号未授权给第三方平台", remedy: LogInAgain },
        #[doc(alias("api is unauthorized to component"))]
        61007 => ApiNotAuthorizedToComponent: "The account has not authorized this API to the third-party platform" { zh: "账号未将该接口授权给第三方平台", remedy: AskPermission },
        61023 => InvalidAuthorizerRefreshToken: "The authorizer's refresh_token is invalid" { zh: "授权方的 refresh_token 无效", remedy: LogInAgain },
        61450 => SystemError: "System error (system error)" { zh: "系统错误", remedy: Retry },
        61451 => InvalidParameter: "Invalid parameter (invalid parameter)" { zh: "参数无效", remedy: FixRequest },
        61452 => InvalidCustomerServiceAccount: "Invalid customer service account (invalid kf_account)" { zh: "客服账号无效", remedy: FixRequest },
        61453 => ExistingCustomerServiceAccount: "Existing customer service account (kf_account existed)" { zh: "客服账号已存在", remedy: CheckState },
        61454 => CustomerServiceAccountNameTooLong: "Length of customer service account name over limit (ten English characters at a maximum, excluding @ and the part after it) (invalid kf_acount length)" { zh: "客服账号名超过 10 个英文字符（不含 @ 及其后的部分）", remedy: FixRequest },
        61455 => InvalidCustomerServiceAccountNameCharacters: "Invalid characters in a customer service account name (English letters and numbers supported only) (illegal character in kf_account)" { zh: "客服账号名含有英文字母和数字以外的字符", remedy: FixRequest },
        61456 => TooManyCustomerServiceAccounts: "Maximum number of customer service accounts reached(ten customer service accounts at a maximum) (kf_account count exceeded)" { zh: "客服账号数量已达上限（10 个）", remedy: CheckState },
        61457 => InvalidImageFileType: "Invalid image file type (invalid file type)" { zh: "头像文件类型无效", remedy: FixRequest },
        61458 => CustomerBeingServed: "Another customer service account is serving the customer" { zh: "另一客服正在接待该客户", remedy: CheckState },
        61459 => CustomerServiceOffline: "The customer service account is offline" { zh: "该客服不在线", remedy: CheckState },
        // 615xx Dates of data queries
        61500 => DateFormatError: "Date format error" { zh: "日期格式无效", remedy: FixRequest },
        61501 => InvalidDateRange: "The date range is invalid" { zh: "日期范围无效", remedy: FixRequest },
        // 63xxx Content checks
        63001 => EmptyArgument: "One or more arguments are empty" { zh: "有参数为空", remedy: FixRequest },
        63002 => InvalidSignature: "The signature (such as the JS-SDK's) is invalid" { zh: "签名（如 JS-SDK 签名）无效", remedy: FixRequest },
        // 653xx Conditional menus
        65301 => NoMatchingPersonalizedMenu: "This menuid doesn not match any existed personalized menu" { zh: "没有与该 menuid 匹配的个性化菜单", remedy: CheckState },
        65302 => NoMatchingUser: "No matching user" { zh: "没有匹配的用户", remedy: CheckState },
        65303 => NoDefaultMenu: "No default menu. Cannot create personalized menu" { zh: "默认菜单不存在，无法创建个性化菜单", remedy: CheckState },
        65304 => MatchRuleCannotBeNull: "MatchRule cannot be null" { zh: "matchrule 为空", remedy: FixRequest },
        65305 => TooManyPersonalizedMenus: "Too many personalized menu" { zh: "个性化菜单数量超过上限", remedy: CheckState },
        65306 => PersonalizedMenuNotSupported: "Current account does not support personalized menu" { zh: "当前账号不支持个性化菜单", remedy: AskPermission },
        65307 => PersonalizedMenuCannotBeNull: "Personalized menu cannot be null" { zh: "个性化菜单为空", remedy: FixRequest },
        65308 => ButtonsNeedResponses: "All buttons need specified responses" { zh: "有 button 未设置响应类型", remedy: FixRequest },
        65309 => PersonalizedMenuOff: "Personalized menu is off" { zh: "个性化菜单开关已关闭", remedy: FixSetup },
        65310 => CountryCannotBeEmpty: "Country cannot be empty" { zh: "已填省份或城市，但国家为空", remedy: FixRequest },
        65311 => ProvinceCannotBeEmpty: "Province cannot be empty" { zh: "已填城市，但省份为空", remedy: FixRequest },
        65312 => InvalidCountry: "Invalid country" { zh: "国家信息无效", remedy: FixRequest },
        65313 => InvalidProvince: "Invalid province" { zh: "省份信息无效", remedy: FixRequest },
        65314 => InvalidCity: "Invalid city" { zh: "城市信息无效", remedy: FixRequest },
        65316 => TooManySubDomains: "Current menu has too many sub-domains" { zh: "菜单外跳的域名超过 3 个", remedy: FixRequest },
        65317 => InvalidUrl: "Invalid URL" { zh: "包含无效的 URL", remedy: FixRequest },
        // 8xxxx Comments, drafts, IP confirmation and others
        87009 => InvalidSignatureOrReply: "The signature is invalid; in the comment APIs, the reply does not exist" { zh: "签名无效；在留言接口中表示回复不存在", remedy: FixRequest },
        87014 => RiskyContent: "The content may be risky or break laws or rules" { zh: "内容可能有风险，或含违法违规信息", remedy: FixRequest },
        89501 => IpConfirmationPending: "An earlier confirmation request for this IP address still awaits the administrator" { zh: "该 IP 已有确认请求，正等待管理员处理", remedy: FixSetup },
        89503 => IpAwaitsAdministrator: "Calls from this IP address await the administrator's confirmation" { zh: "该 IP 的调用待管理员确认", remedy: FixSetup },
        89506 => IpBannedForDay: "The administrator refused this IP address twice in 24 hours, so it is barred for 24 hours" { zh: "管理员 24 小时内两次拒绝该 IP，24 小时内不可使用", remedy: FixSetup },
        89507 => IpBannedForHour: "The administrator refused this IP address within the hour, so it is barred for one hour" { zh: "管理员 1 小时内拒绝过该 IP，1 小时内不可使用", remedy: FixSetup },
        // 100xxx Images, templates and the semantic interface
        7000000 => NoSemanticResult: "The request succeeded, but there is no semantic result" { zh: "调用成功，但没有语义结果", remedy: CheckState },
        7000001 => MissingRequestParameter: "A request parameter is missing" { zh: "缺少接口参数", remedy: FixRequest },
        7000002 => InvalidSignatureParameter: "The parameter signature is invalid" { zh: "参数 signature 无效", remedy: FixRequest },
        7000003 => InvalidFirstLocationSetting: "Location setting 1 is invalid" { zh: "地理位置配置 1 无效", remedy: FixSetup },
        7000004 => InvalidSecondLocationSetting: "Location setting 2 is invalid" { zh: "地理位置配置 2 无效", remedy: FixSetup },
        7000005 => LoadLocationFailed: "Fetching the location failed" { zh: "地理位置信息获取失败", remedy: CheckState },
        7000006 => LocationParsingFailed: "Parsing the location result failed" { zh: "地理位置的结果解析失败", remedy: CheckState },
        7000007 => InitializationFailed: "The internal initialization failed" { zh: "内部初始化出错", remedy: Retry },
        7000008 => InvalidSemanticAppId: "The appid is invalid: its key could not be fetched" { zh: "appid 无效，获取密钥失败", remedy: FixRequest },
        7000009 => SemanticServiceFailed: "The semantic service could not be called" { zh: "语义服务调用失败", remedy: CheckState },
        7000010 => InvalidSemanticPostRequest: "In the semantic API, the POST request is invalid" { zh: "语义接口的 POST 请求无效", remedy: FixRequest },
        7000011 => InvalidPostJsonField: "A JSON field of the POST request is invalid" { zh: "POST 请求的 JSON 字段无效", remedy: FixRequest },
        7000030 => QueryTooShort: "The query is too short" { zh: "query 过短", remedy: FixRequest },
        7000031 => QueryTooLong: "The query is too long" { zh: "query 过长", remedy: FixRequest },
        7000032 => MissingCityAndCoordinates: "The city and the latitude and longitude are missing" { zh: "缺少城市和经纬度信息", remedy: FixRequest },
        7000033 => QueryProcessingFailed: "The semantic processing of the query failed" { zh: "query 的语义处理失败", remedy: CheckState },
        7000034 => LoadWeatherFailed: "Fetching the weather information failed" { zh: "天气信息获取失败", remedy: CheckState },
        7000035 => LoadStockFailed: "Fetching the stock information failed" { zh: "股票信息获取失败", remedy: CheckState },
        7000036 => Utf8ConversionFailed: "The UTF-8 conversion failed" { zh: "UTF-8 编码转换失败", remedy: FixRequest },
        // 9001xxx Shake Nearby and devices
        9001001 => InvalidPostRequest: "Invalid POST request" { zh: "POST 数据的参数无效", remedy: FixRequest },
        9001002 => RemoteServiceNotAvailable: "Remote service is not available" { zh: "远端服务不可用", remedy: Retry },
        9001003 => InvalidTicket: "Invalid Ticket" { zh: "Ticket 无效", remedy: FixRequest },
        9001004 => LoadPeopleAroundYouFailed: "Fail to load people around you" { zh: "摇周边用户信息获取失败", remedy: CheckState },
        9001005 => LoadMerchantFailed: "Fail to load merchant" { zh: "商户信息获取失败", remedy: CheckState },
        9001006 => LoadOpenIdFailed: "Fail to load OpenID" { zh: "OpenID 获取失败", remedy: CheckState },
        9001007 => MissingUploadFiles: "Missing upload files" { zh: "缺少上传文件", remedy: FixRequest },
        9001008 => InvalidUploadFileType: "Invalid upload file type" { zh: "上传文件的类型无效", remedy: FixRequest },
        9001009 => InvalidUploadFileSize: "Invalid upload file size" { zh: "上传文件的尺寸无效", remedy: FixRequest },
        9001010 => UploadFileFailed: "Fail to upload file" { zh: "文件上传失败", remedy: CheckState },
        9001020 => InvalidAccount: "Invalid account" { zh: "账号无效", remedy: CheckState },
        9001021 => ActiveDeviceRateTooLow: "Active device rate below 50%, cannot add new device" { zh: "已有设备的激活率低于 50%，不能新增设备", remedy: CheckState },
        9001022 => InvalidDeviceNumber: "Invalid number of device (Need at least one device)" { zh: "设备数量无效，至少为 1", remedy: FixRequest },
        9001023 => DeviceIdUnderReview: "Device ID is under review" { zh: "设备 ID 正在审核中", remedy: CheckState },
        9001024 => TooManySearchItems: "Too many search items (50 device ID at most)" { zh: "一次查询的设备 ID 超过 50 个", remedy: FixRequest },
        9001025 => InvalidDeviceId: "Invalid device ID" { zh: "设备 ID 无效", remedy: FixRequest },
        9001026 => InvalidScreenId: "Invalid screen ID" { zh: "页面 ID 无效", remedy: FixRequest },
        9001027 => InvalidPageParameters: "Invalid page parameters" { zh: "页面参数无效", remedy: FixRequest },
        9001028 => TooManyScreensToDelete: "Can only delete 10 screen IDs at a time" { zh: "一次删除的页面 ID 超过 10 个", remedy: FixRequest },
        9001029 => ScreenExists: "Screen exists, please remove relation before deletion" { zh: "页面仍用于设备，解除关联后才能删除", remedy: CheckState },
        9001030 => TooManyScreensToSearch: "Can only search 50 screen IDs at a time" { zh: "一次查询的页面 ID 超过 50 个", remedy: FixRequest },
        9001031 => InvalidTimeRange: "Invalid time range" { zh: "时间区间无效", remedy: FixRequest },
        9001032 => InvalidDeviceScreenBinding: "Invalid binding of saved device and screen" { zh: "设备与页面的绑定关系参数无效", remedy: FixRequest },
        9001033 => InvalidRetailListingId: "Invalid retail listing ID" { zh: "门店 ID 无效", remedy: FixRequest },
        9001034 => DeviceRemarkTooLong: "Device remark is too long" { zh: "设备备注过长", remedy: FixRequest },
        9001035 => InvalidApplicationParameters: "Invalid application parameters" { zh: "申领设备的参数无效", remedy: FixRequest },
        9001036 => InvalidSearchBeginValue: "Invalid search of begin value" { zh: "查询起始值 begin 无效", remedy: FixRequest },
    }
}
