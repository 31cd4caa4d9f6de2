//! The ranges of WeChat Channels shops.

use super::{Range, range};

pub(super) const RANGES: &[Range] = &[
    range(i32::MIN, 39_999, "general results", "通用结果"),
    range(40_000, 40_999, "invalid tokens and parameters", "token、参数无效"),
    range(41_000, 41_999, "missing parameters", "缺少参数"),
    range(42_000, 42_999, "expired tokens", "token 过期"),
    range(43_000, 44_999, "request method, empty content", "请求方法、内容为空"),
    range(45_000, 45_999, "quotas, content size, IP whitelist", "额度、内容大小、IP 白名单"),
    range(47_000, 47_999, "data format", "数据格式"),
    range(48_000, 48_999, "API permissions", "接口权限"),
    range(50_000, 50_999, "state of the user or account", "用户或账号状态"),
    range(61_000, 61_999, "IP whitelist, authorization", "IP 白名单、授权"),
    range(100_000, 109_999, "orders: price changes and shipping", "订单：改价、发货"),
    range(606_000, 606_999, "shipping: parcels, waybills, inspection", "发货：包裹、运单、质检"),
    range(1_002_000, 1_002_999, "review quota", "审核额度"),
    range(6_060_000, 6_069_999, "express numbers, price changes", "快递单号、改价"),
    range(9_700_000, 9_709_999, "general failures, after-sale orders", "通用失败、售后单"),
    range(
        10_020_000,
        10_020_999,
        "products: titles, SKUs, review, stock",
        "商品：标题、SKU、审核、库存",
    ),
    range(
        10_021_000,
        10_021_999,
        "coupons, after-sale orders, freight templates",
        "优惠券、售后单、运费模板",
    ),
    range(10_025_000, 10_025_999, "e-waybills, freight templates", "电子面单、运费模板"),
    range(10_080_000, 10_089_999, "shop accounts", "店铺账号"),
    range(22_190_000, 22_199_999, "freight templates", "运费模板"),
    range(268_540_000, 268_549_999, "state subsidy", "国家补贴"),
    range(268_560_000, 268_569_999, "free-gift activities", "赠品活动"),
];
