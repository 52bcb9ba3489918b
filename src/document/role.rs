//! What each block is for: title, dateline, paragraph, caption, boilerplate and so on.

use serde::{Deserialize, Serialize};

use super::block::{Block, Hint};
use super::line::{Cue, Line};
use super::stamp::Stamp;

/// The one role of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The headline of the page.
    Title,
    /// Category, time and source of publication.
    Dateline,
    /// Who wrote it; an agency line standing alone.
    Byline,
    /// A heading inside the article.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// The words under a picture.
    Caption,
    /// Photo source, editors, reviewers.
    Credit,
    /// An item of a list.
    ListItem,
    /// A row of a table.
    Table,
    /// Disclaimers, navigation, share and subscribe lines.
    Boilerplate,
    /// Teasers of other articles.
    Related,
}

/// Gives every block its role, and teasers their own time.
///
/// First every line for itself ([`Line::read`]), then the title, then what stands before it, in the article, and after
/// it: a short line without a stop is a heading where text follows, a teaser or furniture where none does.
pub(super) fn assign(text: &str, lines: &[Line], blocks: &mut [Block]) {
    let page = Page { text, lines, title: None, body: 0..0 };
    let title = page.title(blocks);
    let page = Page { title, body: page.body(title, blocks), ..page };
    let mut roles: Vec<Role> = Vec::with_capacity(blocks.len());
    let mut related = false;
    for index in 0..lines.len() {
        let role = page.role(index, blocks, &roles, &mut related);
        roles.push(role);
    }
    page.about(&mut roles);
    page.teasers(&mut roles, blocks);
    for (block, role) in blocks.iter_mut().zip(roles) {
        block.role = role;
    }
}

/// How the names of papers and offices end.
#[rustfmt::skip]
const OUTLETS: [&str; 23] = [
    "报", "网", "社", "台", "客户端", "新闻", "融媒", "发布", "观察", "在线", "周刊", "杂志", "传媒", "频道", "局", "政府", "委",
    "部", "院", "厅", "网站", "中心", "公司",
];

struct Page<'a> {
    text: &'a str,
    lines: &'a [Line],
    title: Option<usize>,
    /// From the first block of running text to the one after the last.
    body: core::ops::Range<usize>,
}

impl Page<'_> {
    fn words<'t>(&'t self, blocks: &[Block], index: usize) -> &'t str {
        blocks.get(index).and_then(|b| self.text.get(b.span.range())).unwrap_or_default()
    }

    /// Running text that is no excerpt.
    fn is_text(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|l| l.cue == Cue::Text && (l.stopped || l.columns > 160))
    }

    /// The headline: the page's own, or the best short line above the running text.
    fn title(&self, blocks: &[Block]) -> Option<usize> {
        if let Some(marked) = blocks.iter().position(|b| b.hint == Some(Hint::Title)) {
            return Some(marked);
        }
        let top = self.lines.len().min(40);
        let text_at = (0..top).find(|&i| self.is_text(i) && self.lines[i].columns > 64).unwrap_or(top);
        // A line that opens with a dash is the second half of the headline above it.
        // A headline may end in a question or exclamation mark, and stand alone above its first paragraph.
        let open = |i: &usize| match self.lines[*i].cue {
            Cue::Short => !self.lines[*i].head.starts_with(&['—']),
            Cue::Text => *i < text_at && self.lines[*i].columns <= 150,
            _ => false,
        };
        let mut best: Option<(i32, usize)> = None;
        for index in (0..text_at).filter(open) {
            let line = &self.lines[index];
            let words = self.words(blocks, index);
            let next = self.lines[index + 1..]
                .iter()
                .take(3)
                .any(|l| matches!(l.cue, Cue::Dateline | Cue::Stamp | Cue::Byline));
            let mut score = 0;
            score +=
                4 * i32::from((index + 1..blocks.len().min(400)).any(|j| self.words(blocks, j) == words));
            score += 3 * i32::from(next);
            score += i32::from(line.columns >= 14)
                + 2 * i32::from(line.columns >= 22)
                + i32::from(line.columns >= 30);
            score -= 3 * i32::from(line.head.iter().filter(|c| matches!(c, '|' | '丨')).count() > 1);
            score -= 3 * i32::from(line.columns < 10) + 2 * i32::from(line.head.contains(&'|') && line.latin);
            score -=
                3 * i32::from(line.cue == Cue::Text && words.ends_with(['。', '.', '，', ',', '；', ';']));
            // 某某局 新闻稿: the kind of page, above its headline.
            let masthead: String = line.head.iter().collect();
            score -= 4 * i32::from(["新闻稿", "新闻公报", "新闻发布"].iter().any(|w| masthead.ends_with(w)));
            score += i32::from(best.is_none());
            if best.is_none_or(|b| score > b.0) {
                best = Some((score, index));
            }
        }
        // Sentences with nothing below them are a text and no headline.
        let alone = |index: usize| {
            let words = self.words(blocks, index);
            self.lines.len() == 1
                && self.lines[index].cue == Cue::Text
                && words.ends_with(['。', '.', '”', '"'])
        };
        best.filter(|b| b.0 > -2 && !alone(b.1)).map(|b| b.1)
    }

    /// Where the running text begins and ends.
    fn body(&self, title: Option<usize>, blocks: &[Block]) -> core::ops::Range<usize> {
        let from = title.map_or(0, |t| t + 1);
        let is_body = |i: &usize| {
            self.is_text(*i) || blocks[*i].hint == Some(Hint::Paragraph) && self.lines[*i].cue == Cue::Text
        };
        let first = (from..self.lines.len()).find(is_body).unwrap_or(from);
        // Past a label over other articles, or below the staff lines and furniture, text is no longer the article's.
        let mut end = first;
        let (mut closed, mut listed) = (false, false);
        for index in first..self.lines.len() {
            match self.lines[index].cue {
                Cue::RelatedLabel => (closed, listed) = (true, true),
                Cue::Boilerplate | Cue::Credit => closed = true,
                Cue::Stamp => {
                    if closed {
                        continue;
                    }
                    closed = true;
                }
                _ if is_body(&index) && !self.lines[index].cut => {
                    let teaser = closed && self.stamp_follows(index);
                    if !teaser && !(listed && self.is_teaser(index)) {
                        (closed, listed) = (false, false);
                        end = index + 1;
                    }
                }
                Cue::Item | Cue::Table if !closed => end = index + 1,
                _ => {}
            }
        }
        first..end.max(first)
    }

    /// True when one of the next two lines is a bare stamp: the line is a teaser's title or excerpt.
    fn stamp_follows(&self, index: usize) -> bool {
        let next = |n: usize| self.lines.get(index + n).map(|l| l.cue);
        next(1) == Some(Cue::Stamp)
            || next(1).is_some_and(|c| matches!(c, Cue::Text | Cue::Short)) && next(2) == Some(Cue::Stamp)
    }

    /// Under a label over other articles, a title with a stop: short, or a work's name in its brackets.
    fn is_teaser(&self, index: usize) -> bool {
        let line = &self.lines[index];
        line.columns <= 64
            || line.columns <= 90 && line.head.first() == Some(&'《') && line.head.last() == Some(&'》')
    }

    /// 某某局, then the day: a notice is signed below its text.
    fn is_signed(&self, index: usize) -> bool {
        let Some(above) = index.checked_sub(1).and_then(|i| self.lines.get(i)) else { return false };
        let name: String = above.head.iter().collect();
        above.cue == Cue::Short
            && !above.latin
            && above.columns <= 60
            && OUTLETS.iter().any(|end| name.ends_with(end))
    }

    fn role(&self, index: usize, blocks: &[Block], before: &[Role], related: &mut bool) -> Role {
        let (line, hint) = (&self.lines[index], blocks[index].hint);
        let words = self.words(blocks, index);
        if self.title == Some(index) {
            return Role::Title;
        }
        if self.title.is_some_and(|t| self.words(blocks, t) == words) {
            return Role::Caption;
        }
        let above = self.title.is_some_and(|t| index < t);
        let after = index >= self.body.end;
        let previous = before.last().copied();
        match hint {
            Some(Hint::Caption) if line.cue != Cue::Credit => return Role::Caption,
            Some(Hint::Table) if line.cue != Cue::Dateline => return Role::Table,
            _ => {}
        }
        match line.cue {
            Cue::RelatedLabel => {
                *related = true;
                return Role::Related;
            }
            Cue::Related => return Role::Related,
            Cue::Boilerplate => return Role::Boilerplate,
            Cue::Credit => return Role::Credit,
            Cue::Dateline if *related => return Role::Related,
            Cue::Dateline => return Role::Dateline,
            Cue::Byline => return Role::Byline,
            Cue::Caption if !*related => return Role::Caption,
            Cue::Stamp if !*related => return Role::Dateline,
            _ => {}
        }
        if *related {
            let article = self.body.contains(&index)
                && self.is_text(index)
                && !line.cut
                && !self.stamp_follows(index)
                && !self.is_teaser(index);
            *related = !article;
        }
        if *related {
            return Role::Related;
        }
        if hint == Some(Hint::Heading) {
            return Role::Heading;
        }
        match line.cue {
            Cue::Item if above => Role::Boilerplate,
            Cue::Item => Role::ListItem,
            Cue::Table => Role::Table,
            Cue::Heading => Role::Heading,
            _ if hint == Some(Hint::ListItem) => {
                if above {
                    Role::Boilerplate
                } else {
                    Role::ListItem
                }
            }
            Cue::Short if above => Role::Boilerplate,
            Cue::Short if index < self.body.start && line.columns <= 48 && !line.stamps.is_empty() => {
                Role::Dateline
            }
            Cue::Short if line.head.last() == Some(&':') && (after || line.columns > 20) => Role::Paragraph,
            Cue::Short if !after => {
                if line.head.contains(&';') {
                    Role::Paragraph
                } else if index < self.body.start && self.names_source(index) {
                    Role::Dateline
                } else {
                    Role::Heading
                }
            }
            Cue::Short
                if after
                    && line.columns <= 60
                    && self.lines.get(index + 1).is_some_and(|l| l.cue == Cue::Stamp) =>
            {
                Role::Dateline
            }
            Cue::Short if hint == Some(Hint::Paragraph) => Role::Paragraph,
            Cue::Short if self.body.is_empty() => Role::Paragraph,
            // Below the last paragraph: a teaser where the staff lines have closed the article, else the article's own.
            Cue::Short => match previous {
                Some(Role::Credit | Role::Boilerplate | Role::Related) if line.columns >= 20 => Role::Related,
                Some(Role::Related) => Role::Related,
                Some(Role::ListItem) => Role::ListItem,
                // 明日预告, then a title: a short label over lines without a stop.
                _ if line.columns <= 20 && self.lines.get(index + 1).is_some_and(|l| l.cue == Cue::Short) => {
                    *related = true;
                    Role::Related
                }
                Some(Role::Credit | Role::Boilerplate) => Role::Boilerplate,
                _ => Role::Paragraph,
            },
            _ if above && !line.stopped => Role::Boilerplate,
            _ => Role::Paragraph,
        }
    }

    /// Between headline and text, beside a time or an author: the name of a paper, an office or a category.
    fn names_source(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let top = self.title.map_or(0, |t| t + 1)..self.body.start;
        let dated = self.lines[top].iter().any(|l| matches!(l.cue, Cue::Dateline | Cue::Stamp | Cue::Byline));
        let name: String = line.head.iter().collect();
        let words = || name.split_whitespace().filter(|w| w.len() > 3);
        let capitals =
            line.latin && line.columns <= 44 && words().all(|w| w.starts_with(|c: char| !c.is_lowercase()));
        let paper = !line.latin && line.columns <= 40 && OUTLETS.iter().any(|end| name.ends_with(end));
        dated && (capitals || paper || line.latin && line.head.contains(&'|'))
    }

    /// "About Acme" and the company's description under it.
    fn about(&self, roles: &mut [Role]) {
        for index in self.body.start.max(2)..roles.len() {
            let line = &self.lines[index];
            if !matches!(line.head.first(), Some('A' | '关')) || line.columns > 60 {
                continue;
            }
            let head: String = line.head.iter().collect();
            let name = head.strip_prefix("About ").or_else(|| head.strip_prefix("关于"));
            let Some(name) = name.map(|n| n.trim_end_matches(':').trim()).filter(|n| !n.is_empty()) else {
                continue;
            };
            let short =
                matches!(self.lines[index].cue, Cue::Short | Cue::Heading) && self.lines[index].columns <= 60;
            let Some(next) = self.lines.get(index + 1) else { continue };
            let opening: String = next.head.iter().take(80).collect();
            let first = name.split(' ').find(|w| w.len() > 3).unwrap_or(name);
            if !short || !opening.contains(first) {
                continue;
            }
            roles[index] = Role::Heading;
            for role in roles[index + 1..].iter_mut().take_while(|r| **r == Role::Paragraph) {
                *role = Role::Boilerplate;
            }
        }
    }

    /// Below the article, a bare stamp belongs to the one or two lines above it.
    fn teasers(&self, roles: &mut [Role], blocks: &mut [Block]) {
        let below: Vec<usize> =
            (self.body.end..roles.len()).filter(|&i| self.lines[i].cue == Cue::Stamp).collect();
        // One date under an article without furniture is the article's own.
        let signed = below.len() == 1
            && roles[self.body.end..below[0]]
                .iter()
                .all(|r| !matches!(r, Role::Related | Role::Boilerplate | Role::Credit));
        let mut floor = self.body.end;
        for index in below.into_iter().filter(|&i| !signed && !self.is_signed(i)) {
            let moment = self.lines[index].stamps.first().and_then(Stamp::moment);
            let mut first = index;
            while first > floor
                && index - first < 2
                && matches!(self.lines[first - 1].cue, Cue::Short | Cue::Text | Cue::Related)
            {
                first -= 1;
            }
            // With no title above it, and no teasers before, the day below the end is the article's own.
            if first == index && roles[..index].last().is_none_or(|above| *above != Role::Related) {
                continue;
            }
            for at in first..=index {
                roles[at] = Role::Related;
                blocks[at].published = moment;
            }
            floor = index + 1;
        }
        if floor > self.body.end {
            let rest = (floor..roles.len()).filter(|&i| self.lines[i].cue == Cue::Short);
            rest.for_each(|i| roles[i] = Role::Related);
        }
        for index in 0..roles.len() {
            if roles[index] == Role::Related && blocks[index].published.is_none() {
                blocks[index].published = self.lines[index].stamps.first().and_then(Stamp::moment);
            }
        }
    }
}
