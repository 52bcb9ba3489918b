//! Chinese classifiers, and the one-syllable nouns that numbers count directly (5省, 三校, 两厂).
//!
//! Source: the list of classifiers in 现代汉语八百词 (Lü Shuxiang, 1999, appendix) and GB/T 15835–2011, completed with what
//! newspapers write: compound ones (人次, 架次, 班次), sports and school terms.

/// The classifiers, folded. Longer ones win over their beginnings.
pub static CLASSIFIERS: &str = "\
    人 名 位 口 员 户 家 所 校 厂 院 局 店 社 党 队 支 组 团 班 届 任 代 批 伙 帮 群 对 双 对儿 胞胎 \
    次 回 遍 趟 番 场 场次 轮 起 宗 例 件 项 桩 笔 单 票 案 顿 阵 连胜 连冠 连败 冠 胜 败 球 \
    杆 回合 盘 节 人次 人份 架次 车次 班次 辆次 件次 亩次 户次 家次 箱次 种次 列次 批次 艘次 台次 台套 \
    台件 频次 轮次 例次 册次 株次 人天 人日 人月 车公里 乡镇市 个 只 条 张 把 根 块 片 粒 颗 滴 枚 份 套 副 \
    幅 本 册 卷 部 篇 首 封 则 段 句 字 行 页 章 稿 版 期 讲 课 课时 学时 学分 集 季 幕 曲 款 种 \
    类 样 道 面 扇 顶 盏 台 架 艘 辆 列 车 船 座 栋 幢 间 层 楼 处 畦 垄 棵 株 丛 朵 枝 穗 头 \
    匹 羽 尾 峰 具 门 挺 发 枪 孔 眼 井 站 仓 舱 机 核 芯 档 挡 速 缸 侧 端 瓶 杯 碗 盆 桶 箱 袋 \
    包 盒 罐 壶 筐 篮 车皮 捆 堆 束 串 排 圈 级 格 步 剂 剂次 针 味 服 贴 丸 标箱 标准箱 国际标准箱 自然箱 大类 \
    床 席 桌 座次 手 股 注 单位 刀 脚 拳 柄 方 刊 波 阶段 梯次 尊 帧 筒 沓 摞 拨 茬 窝 驾 篓 棒 通 摊 轰 战 记 帘 樽 坛 埕 锭 碟 屉 帖 航次 台(套) 件(套) 条(件) 场(次) 人(次) \
    个(次) 家(次) 项(次) 件(次) 起(次) 封(件) 处(个) 个(处) 册(件) 套(件) 台(件) 辆(次) 艘(次) \
    名(次) 份(次) 省 市 县 区 镇 乡 村 州 国 地 岸 岛 园 馆 桥 坑 城 街 屋 房 厅 派 界 族 强 \
    佳 大 星 标 标段 餐";
