using System.Collections.Frozen;

namespace SalesCrm.Application.Shared.Texts;

/// <summary>Provinces and cities: two company names that differ by one of them are two companies, and a province has one name on file.</summary>
internal static class PlaceNames
{
    private const int Shortest = 2;
    private const int Longest = 4;

    private static readonly string[] Kinds = ["特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"];

    /// <summary>Provinces and what is on a level with them: the short name leads to the whole one.</summary>
    private static readonly FrozenDictionary<string, string> Provinces = (
        "北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 "
        + "内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区 香港特别行政区 澳门特别行政区 台湾省").Split(' ').ToFrozenDictionary(WithoutKind, StringComparer.Ordinal);

    private static readonly FrozenSet<string> All = Provinces.Keys.Concat((
        // Cities of each, north to south
        "台北 高雄 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 "
        + "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 "
        + "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴 常熟 太仓 张家港 宜兴 吴江 靖江 丹阳 启东 如皋 海门 海安 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 "
        + "义乌 慈溪 余姚 诸暨 海宁 桐乡 平湖 乐清 瑞安 温岭 永康 东阳 萧山 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 "
        + "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 寿光 龙口 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 "
        + "许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 "
        + "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南海 番禺 南宁 柳州 桂林 梧州 北海 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 "
        + "儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨 日喀则 昌都 林芝 "
        + "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 石河子").Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A place's name without 省, 市 and the like.</summary>
    public static string WithoutKind(string name)
        => Kinds.FirstOrDefault(kind => name.Length > kind.Length && name.EndsWith(kind, StringComparison.Ordinal)) is { } found ? name[..^found.Length] : name;

    /// <summary>A province as files keep it, 江苏 for 江苏省; whatever is none stays as it was typed.</summary>
    public static string? Province(string? typed)
        => typed is not null && WithoutKind(typed) is var name && Provinces.ContainsKey(name) ? name : typed;

    /// <summary>All that a file may have where this province is meant: older ones have its whole name.</summary>
    public static IReadOnlyList<string> SpellingsOf(string typed)
        => Province(typed.Trim()) is { } name && Provinces.TryGetValue(name, out var whole) ? [name, whole] : [typed.Trim()];

    /// <summary>Whether a place's name stands over that place of the key.</summary>
    /// <param name="key">A levelled name.</param>
    /// <param name="at">Where, in UTF-16 units.</param>
    public static bool Covers(string key, int at)
    {
        for (var length = Shortest; length <= Longest; length++)
        {
            for (var from = Math.Max(0, at - length + 1); from <= at && from + length <= key.Length; from++)
            {
                if (All.Contains(key.Substring(from, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
