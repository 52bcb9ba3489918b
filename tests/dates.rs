//! Dates: spans, values and what must not match, from a table of our own; and that every EDTF written reads back.

#![cfg(not(target_family = "wasm"))]

use article_annotator::annotation::{Attributes, Date};
use article_annotator::value::edtf::Edtf;
use article_annotator::{Annotator, Document, Options};

/// The dates of a text published on a day: span in bytes and attributes.
fn dates(annotator: &Annotator, text: &str, published: Option<&str>) -> Vec<(core::ops::Range<usize>, Date)> {
    let document = Document::from_text(text).unwrap();
    let published = published.map(|p| Options::parse_published(p).unwrap());
    let annotations = annotator.annotate(&document, &Options { published, ..Options::default() });
    annotations
        .items
        .into_iter()
        .filter_map(|a| match a.attributes {
            Attributes::Date(date) => Some((a.span.range(), *date)),
            _ => None,
        })
        .collect()
}

/// The interval that an EDTF text stands for, written as attributes are.
fn interval(edtf: &str) -> (Option<String>, Option<String>) {
    let (start, end) = Edtf::parse(edtf).unwrap_or_else(|| panic!("not EDTF: {edtf}")).interval();
    let clock = edtf.contains('T');
    let text = |m: jiff::civil::DateTime| if clock { m.to_string() } else { m.date().to_string() };
    (start.map(text), end.map(text))
}

#[test]
fn table() {
    let annotator = Annotator::default();
    let (mut rows, mut wrong) = (0, Vec::new());
    for line in include_str!("tables/dates.tsv").lines().filter(|l| !l.starts_with('#')) {
        rows += 1;
        let fields: Vec<&str> = line.split('\t').collect();
        let [reference, marked, edtf, start, end] = fields[..] else { panic!("{line}") };
        let text = marked.replace(['«', '»'], "");
        let found = dates(&annotator, &text, Some(reference));
        let span = marked.find('«').map(|a| a..marked.find('»').unwrap() - '«'.len_utf8());
        let spans: Vec<_> = found.iter().map(|(s, _)| s.clone()).collect();
        if spans != span.into_iter().collect::<Vec<_>>() {
            let got: Vec<_> = spans.iter().map(|s| &text[s.clone()]).collect();
            wrong.push(format!("span  {line}\n      got {got:?}"));
            continue;
        }
        let Some((_, date)) = found.first() else { continue };
        let value = |v: &Option<String>| v.clone().unwrap_or("-".into());
        let got = [value(&date.edtf), value(&date.start), value(&date.end)];
        if got != [edtf, start, end] {
            wrong.push(format!("value {line}\n      got {got:?}"));
        }
    }
    assert!(rows >= 600, "{rows} rows");
    assert!(wrong.is_empty(), "{} of {rows} rows are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn weekdays_in_brackets_and_cells_of_a_table_stand_alone() {
    let annotator = Annotator::default();
    for (text, published, want) in [
        ("4/18（六）14:00開幕", "2026-04-15", &["4/18", "六", "14:00"][..]),
        ("6月17日（六）14:00開幕", "2023-06-10", &["6月17日", "六", "14:00"]),
        ("4/11\u{3000}12:10\u{3000}開幕音樂會", "2011-03-22", &["4/11", "12:10"]),
        ("2011年4月11日\u{3000}12:10\u{3000}來源：", "2011-04-12", &["2011年4月11日\u{3000}12:10"]),
        ("2019.11\u{3000}中標\n2021.09\u{3000}完工", "2026-01-20", &["2019.11", "2021.09"]),
        ("去冬今春雨水偏少", "2010-06-04", &["去冬今春"]),
        ("初一至初五暫停收費", "2018-01-11", &["初一至初五"]),
        ("2018年春節連續假期共6天", "2018-01-11", &["2018年春節連續假期"]),
    ] {
        let found = dates(&annotator, text, Some(published));
        let spans: Vec<_> = found.iter().map(|(span, _)| &text[span.clone()]).collect();
        assert_eq!(spans, want, "{text}");
    }
}

#[test]
fn every_edtf_written_reads_back_to_the_same_interval() {
    let annotator = Annotator::default();
    let texts: Vec<String> = include_str!("tables/dates.tsv")
        .lines()
        .filter_map(|l| Some(l.split('\t').nth(1)?.replace(['«', '»'], "")))
        .collect();
    let text = texts.join("\n");
    let mut seen = 0;
    // A day of every month and the turns of the year, leap years among them.
    for year in [1999, 2000, 2016, 2023, 2024, 2025, 2100] {
        for day in ["01-01", "02-28", "03-31", "05-30", "07-15", "10-31", "12-31"] {
            for (_, date) in dates(&annotator, &text, Some(&format!("{year}-{day}"))) {
                if let Some(edtf) = &date.edtf {
                    assert_eq!(interval(edtf), (date.start.clone(), date.end.clone()), "{edtf}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
}

#[test]
fn without_a_publication_date_relative_dates_say_so() {
    let annotator = Annotator::default();
    let found = dates(&annotator, "记者昨日见到了他,2019年的事他还记得。", None);
    assert_eq!(
        (found[0].1.resolved, found[0].1.note.as_deref()),
        ("unresolved", Some("needs a publication date"))
    );
    assert_eq!((found[1].1.resolved, found[1].1.start.as_deref()), ("absolute", Some("2019-01-01")));
}

#[test]
fn anchored_on_the_last_date_named() {
    let annotator = Annotator::default();
    for (text, want) in [
        ("2023年5月3日,大桥通车。当天上午,游人如织。次日,雨停。", ["2023-05-03", "2023-05-03", "2023-05-04"]),
        ("2021年3月,他入职。同年,他搬家。次年,他成家。", ["2021-03-01", "2021-01-01", "2022-01-01"]),
        ("小学8月31日（周六）报到,8月30日发书。", ["2024-08-31", "2024-08-31", "2024-08-30"]),
        ("去年开工468项,较上年多两成,比前一年快。", ["2023-01-01", "2022-01-01", "2022-01-01"]),
        ("清明连假首日,连假期间加开列车。10月1日放假。", ["2024-04-04", "2024-04-04", "2024-10-01"]),
        ("2023年一季度增长。上年同期持平。三天后,消息传开。", ["2023-01-01", "2022-01-01", "2024-02-24"]),
        (
            "去年下半年出口增长,比四季度加快。\n钢产量与上年同期持平。",
            ["2023-07-01", "2023-10-01", "2022-07-01"],
        ),
        (
            "去年下半年出口增长,12月创新高。\n汽车是2021年同期的两倍。",
            ["2023-07-01", "2023-12-01", "2021-07-01"],
        ),
        ("1月出口增长。较上年同月多一成。\n比上月多两成五。", ["2024-01-01", "2023-01-01", "2023-12-01"]),
        ("1月30日开标,2027年6月30日前完工。同日签约。", ["2024-01-30", "2027-06-30", "2024-01-30"]),
        ("订于3月2日、3日登场。2日上午9时揭幕。", ["2024-03-02", "2024-03-03", "2024-03-02T09:00:00"]),
        ("2018年开工时没人看好,五年后才完工,去年通车。", ["2018-01-01", "2023-01-01", "2023-01-01"]),
        ("116年5月動工。97年颱風來襲時,村民說起民國八十年代。", ["2027-05-01", "2008-01-01", "1991-01-01"]),
        ("新华社北京2月19日电 国家主席今天会见来宾,明天将出席。", ["2024-02-19", "2024-02-19", "2024-02-20"]),
        ("2020年11月底资金断裂。12月7日,她报案;九天后,人落网。", ["2020-11-21", "2020-12-07", "2020-12-16"]),
        ("去年3月动工,8月完工。上月通车。", ["2023-03-01", "2023-08-01", "2024-01-01"]),
        ("11月28日他出院。四天前,他还卧床。2日复诊。", ["2023-11-28", "2023-11-24", "2023-11-02"]),
        ("预计7月至8月客流增长,较去年同期多一成。昨日开售。", ["2024-07-01", "2023-07-01", "2024-02-20"]),
        ("2023年上半年增7%,其中6月增9%,比上年同期快。", ["2023-01-01", "2023-06-01", "2022-01-01"]),
        (
            "高雄、台南:今年國慶連假加開列車。除夕停駛。端午連假加班。",
            ["2024-10-10", "2024-02-09", "2024-06-08"],
        ),
        (
            "Sales rose in the second quarter of 2023. They fell in the previous quarter. The week ended July 8 was wet.",
            ["2023-04-01", "2023-01-01", "2023-07-02"],
        ),
        (
            "On July 15, 2023, it opened. It sold 40 homes that weekend. Prices had risen a year before.",
            ["2023-07-15", "2023-07-15", "2022-07-15"],
        ),
        (
            "He will be in Hull on Friday, York on Saturday and Leeds on Wednesday.",
            ["2024-02-23", "2024-02-24", "2024-02-28"],
        ),
        (
            "It shut at 10.20pm on Monday. By midnight it was open. Rents rose in 2023.",
            ["2024-02-19T22:20:00", "2024-02-20T00:00:00", "2023-01-01"],
        ),
        (
            "Rents rose in 2023, and the appeal will be heard on March 19. In Sydney and all Australia, last winter was dry.",
            ["2023-01-01", "2024-03-19", "2023-06-01"],
        ),
        (
            "For the third quarter of fiscal 2023, ended December 31, sales rose. For the fourth quarter, they fell.",
            ["2022-10-01", "2023-12-31", "2024-01-01"],
        ),
        (
            "2023年经济平稳\n\n全年增长6%。一季度增长5%。\n\n道路通了。",
            ["2023-01-01", "2023-01-01", "2023-01-01"],
        ),
        ("公司2023年11月签约,1月开工,全年可发电8亿度。", ["2023-11-01", "2024-01-01", "2024-01-01"]),
        (
            "Play is at 7:30 p.m. Friday, Saturday and Sunday.",
            ["2024-02-23T19:30:00", "2024-02-24", "2024-02-25"],
        ),
        (
            "It has grown since late 2021. It won a grant in January. It closes at Thanksgiving.",
            ["2021-09-01", "2024-01-01", "2024-11-28"],
        ),
        (
            "On May 3, 2023, it opened. The next day it rained. Two days later it closed.",
            ["2023-05-03", "2023-05-04", "2023-05-06"],
        ),
    ] {
        let found = dates(&annotator, text, Some("2024-02-21"));
        let starts: Vec<_> = found.iter().filter_map(|(_, d)| d.start.as_deref()).collect();
        assert_eq!(starts, want, "{text}");
    }
}

#[test]
fn days_and_clocks_of_other_parts_of_the_page() {
    let annotator = Annotator::default();
    let rows: &[(&str, &[&str])] = &[
        (
            "报名3月1日（星期五）开始,至4月12日（星期五）截止。",
            &["2024-03-01", "2024-03-01", "2024-04-12", "2024-04-12"],
        ),
        (
            "昨日下午起火。3时21分升级,至晚上8时扑灭,9时半解封。",
            &["2024-02-20", "2024-02-20T15:21:00", "2024-02-20T20:00:00", "2024-02-20T21:30:00"],
        ),
        (
            "The play is on March 5-7 and 12-14, April 2, 4 and 6.",
            &["2024-03-05", "2024-03-12", "2024-04-02", "2024-04-04", "2024-04-06"],
        ),
        ("The strike on Friday 1 and Saturday 2 March goes ahead.", &["2024-03-01", "2024-03-02"]),
        (
            "It has blown since Saturday.\n\n09.58\nTop gusts until 9am\n\n11:52\nThe ferry is back.",
            &["2024-02-17", "2024-02-21T09:58:00", "2024-02-21T09:00:00", "2024-02-21T11:52:00"],
        ),
        (
            "昨晚10时30分起火,凌晨0时12分扑灭。除夕停业,初五（2月14日）开市,初一(3)班值日。",
            &["2024-02-20T22:30:00", "2024-02-21T00:12:00", "2024-02-09", "2024-02-14", "2024-02-14"],
        ),
        (
            "When: 7:30 p.m. Friday and Saturday, 2 p.m. Sunday",
            &["2024-02-23T19:30:00", "2024-02-24", "2024-02-25T14:00:00"],
        ),
        ("去年5月至7月銷貨較對上三個月下跌。", &["2023-05-01", "2023-02-01"]),
        ("去年一季度完成2万亩,占全年任务的三成,比上年同期快。", &["2023-01-01", "2023-01-01", "2022-01-01"]),
        (
            "It sank on Dec. 20. That Friday it rained, and the following Monday it was found.",
            &["2023-12-20", "2023-12-22", "2023-12-25"],
        ),
        (
            "昨日早上故障。\n上月18日曾发信。\n将于下月5日开会。\n同日傍晚6时许又起火。",
            &["2024-02-20", "2024-01-18", "2024-03-05", "2024-02-20T18:00:00"],
        ),
        ("The fair is Saturday and Sunday, Feb. 24 & 25.", &["2024-02-24", "2024-02-24", "2024-02-25"]),
        (
            "Open Monday to Friday 9am–5pm, Saturday 10am–2pm, closed Sunday. It shut on Feb. 3.",
            &["2024-02-03"],
        ),
        ("端午前会再涨价。缆车延至上午11时开出。", &["2024-06-10", "2024-02-21T11:00:00"]),
        ("今年春节在二月中,而去年则在一月底。", &["2024-02-10", "2024-02-11", "2023-01-01", "2023-01-21"]),
        ("今晚（2月21日）9点半播出。", &["2024-02-21", "2024-02-21", "2024-02-21T21:30:00"]),
        ("昨天上午9时至11时会诊,下午2点半手术。", &["2024-02-20T09:00:00", "2024-02-20T14:30:00"]),
        (
            "国庆假期（10月2日至7日）免费。国庆日（8月31日）照常。",
            &["2023-10-02", "2023-10-02", "2024-08-31", "2024-08-31"],
        ),
        (
            "The law was passed in 2021 and took effect the following January. It met last year, in May.",
            &["2021-01-01", "2022-01-01", "2023-01-01", "2023-05-01"],
        ),
        (
            "Trains stop on 11 and 12 March. In the week to February 18, fewer ran than in the same week last year.",
            &["2024-03-11", "2024-03-12", "2024-02-12", "2023-02-13"],
        ),
        // The text goes on from last November, and a row of days under its heading.
        ("去年11月提出检控,法院已于2月2日判罚。", &["2023-11-01", "2024-02-02"]),
        (
            "节日门诊（3月1日至7日）\n内科：3日停诊\n外科：5日上午照常",
            &["2024-03-01", "2024-03-03", "2024-03-05"],
        ),
        (
            "It lost power on Tuesday night and was still dark at 5 a.m.",
            &["2024-02-20", "2024-02-21T05:00:00"],
        ),
        (
            "Snow shuts the valley\n\n- Hill Road library: closed Thursday\n- Ferry line: last boat at 9:30 p.m.",
            &["2024-02-22", "2024-02-21T21:30:00"],
        ),
        (
            "Storm due Friday\n\nIt will come on Friday.\n\nSnow so far (as of 5:30 a.m.)",
            &["2024-02-23", "2024-02-23", "2024-02-21T05:30:00"],
        ),
    ];
    for (text, want) in rows {
        let found = dates(&annotator, text, Some("2024-02-21"));
        let starts: Vec<_> = found.iter().filter_map(|(_, d)| d.start.as_deref()).collect();
        assert_eq!(&starts, want, "{text}");
    }
}

#[test]
fn another_publication_date_needs_no_second_scan() {
    let annotator = Annotator::default();
    let document = Document::from_text("昨天下雨,今年多雨。").unwrap();
    let analysis = annotator.analyze(&document);
    let starts = |published: &str| -> Vec<Option<String>> {
        let options =
            Options { published: Some(Options::parse_published(published).unwrap()), ..Options::default() };
        let resolved = annotator.resolve(&document, &analysis, &options);
        resolved
            .items
            .into_iter()
            .filter_map(|a| if let Attributes::Date(d) = a.attributes { Some(d.start) } else { None })
            .collect()
    };
    assert_eq!(starts("2024-03-01"), [Some("2024-02-29".into()), Some("2024-01-01".into())]);
    assert_eq!(starts("2025-01-01"), [Some("2024-12-31".into()), Some("2025-01-01".into())]);
}

#[test]
fn hostile_texts_end_in_time_and_without_panic() {
    let annotator = Annotator::default();
    let started = std::time::Instant::now();
    for unit in [
        "9",
        "一",
        "2024年",
        "3月",
        "-",
        "12:",
        "今",
        "每",
        "近",
        "(1日",
        "March ",
        "the ",
        "1-",
        "a year ",
        "20日至",
        "“",
        "十五",
        "Monday to ",
        "前",
        "年",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let _ = dates(&annotator, &text, Some("2024-02-21"));
    }
    let years = "99999年前,9999年后,1年前,公元前9999年,9999年12月31日,9999年底以来,10000个世纪前".repeat(3);
    for published in ["9999-12-31", "0001-01-01", "2024-02-29"] {
        let _ = dates(&annotator, &years, Some(published));
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// Seconds that this thread has run, where the system says so: other programs do not disturb the measurement.
fn seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split(' ').next().and_then(|n| n.parse::<f64>().ok()).map_or(0.0, |n| n / 1e9)
}

/// `cargo test --release --test dates -- --ignored speed --nocapture`: characters a second of the date readers alone.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let chinese = "新华社北京2月19日电 记者19日从发布会上获悉,2023年1至9月,全市新开工项目525个,同比增长18%。去年同期,这一数字为四百个左右;\
                   今年以来,园区已与三家企业签约,其中两家将于3月5日下午开工。市民王先生说,这里的变化很大,出门就能坐上公交车。";
    let english = "The council said on Friday that it had approved 12 of the 30 plans filed since 2019, and that work would start early next \
                   year. Officials told residents at about 7 p.m. that the bridge, which opened in May 2011, will close for three weeks. ";
    for text in [chinese, english] {
        let text = text.repeat(4_000_000 / text.len());
        let document = Document::from_text(text.as_str()).unwrap();
        let mut buffer = article_annotator::view::ViewBuffer::default();
        let view = buffer.view(&document, 0);
        let mut best = f64::MAX;
        for _ in 0..5 {
            let mut found = Vec::new();
            let started = seconds();
            article_annotator::recognize::date::recognize(&view, &mut found);
            best = best.min(seconds() - started);
            assert!(found.len() > 1000);
        }
        println!("{:.1} M characters a second", view.chars.len() as f64 / best / 1e6);
    }
}
