//! What a line shows of itself, before its neighbours are looked at.
//!
//! Every cue here is one that an editor puts into the words: a label, a bracket, a bullet, a stamp. Lines are read
//! folded, so that half-width and full-width, simplified and traditional are one rule.

use super::block::Hint;
use super::cue::{self, Kind, Label, person, service};
use super::stamp::{Stamp, stamps};
use crate::text::class::{Class, class};
use crate::text::fold::{fold, fold_with_class};
use crate::text::has;

/// What a line is by its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// Time, source or category of publication.
    Dateline,
    /// An author or an agency's opening standing alone.
    Byline,
    /// Photo source, editors, reviewers.
    Credit,
    /// The words under a picture.
    Caption,
    /// Disclaimers, navigation, share and subscribe lines.
    Boilerplate,
    /// A label over a list of other articles.
    RelatedLabel,
    /// A teaser that says so itself.
    Related,
    /// A date, with or without a clock, and nothing else.
    Stamp,
    /// An item with its bullet or number.
    Item,
    /// Cells in a row.
    Table,
    /// A heading by its number: 一、….
    Heading,
    /// Running text: it ends in a stop or is long.
    Text,
    /// Short, and without a stop: a title, heading, teaser or caption.
    Short,
}

/// A line, folded, with its cue.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The folded characters; of running text, the first ones.
    pub head: Vec<char>,
    /// The columns that the line takes, two for a Han character; counted up to a thousand.
    pub columns: usize,
    /// True when nearly all letters are Latin.
    pub latin: bool,
    /// True when the line ends in a stop, closing quotes and brackets aside.
    pub stopped: bool,
    /// True when the line begins or ends in an ellipsis, as a teaser's excerpt does.
    pub cut: bool,
    /// The dates on it; none are looked for on long lines.
    pub stamps: Vec<Stamp>,
    /// What it is by its own words.
    pub cue: Cue,
}

impl Line {
    /// Lines with more characters or bytes are running text, whatever they hold: 160 of Latin script, about a hundred
    /// of Han.
    const LIMIT: usize = 160;
    const LIMIT_BYTES: usize = 330;
    /// So many characters of such a line are looked at.
    const OPENING: usize = 80;

    /// Reads a line.
    pub fn read(text: &str, hint: Option<Hint>) -> Self {
        let limit = if text.len() > Self::LIMIT_BYTES { Self::OPENING } else { Self::LIMIT + 1 };
        let mut head = Vec::with_capacity(limit.min(text.len()));
        let (mut width, mut latin, mut han) = (0, 0, 0);
        for c in text.chars().take(limit) {
            let (folded, class) = fold_with_class(c);
            head.push(folded);
            width += columns(folded);
            latin += usize::from(class == Class::Latin);
            han += usize::from(class == Class::Han);
        }
        let long = text.len() > Self::LIMIT_BYTES || head.len() > Self::LIMIT;
        let mut tail = ['\0'; 4];
        text.chars().rev().zip(&mut tail).for_each(|(c, place)| *place = fold(c));
        let last =
            tail.iter().find(|c| !matches!(c, '"' | '\'' | '”' | '’' | ')' | '」' | '』' | '》' | ']' | ' '));
        let stopped = last.is_some_and(|c| matches!(c, '。' | '.' | '!' | '?' | ';' | '…' | ','));
        let cut = tail[0] == '…'
            || tail.starts_with(&['.', '.', '.'])
            || head.first() == Some(&'…')
            || head.starts_with(&['.', '.', '.']);
        let stamps = if long { Vec::new() } else { stamps(&head) };
        let columns = if long { 1000 } else { width };
        let mut line = Self { head, columns, latin: latin > 2 * han, stopped, cut, stamps, cue: Cue::Text };
        line.cue = if long { line.opening_cue(text, hint) } else { line.find_cue(text, hint) };
        line
    }

    /// The cue of a line of which only the opening is looked at.
    fn opening_cue(&self, text: &str, hint: Option<Hint>) -> Cue {
        let opening: String = self.head.iter().take(24).collect();
        if hint == Some(Hint::Navigation) || service::opens_service(&opening) {
            Cue::Boilerplate
        } else if text.bytes().filter(|b| *b == b'\t').take(2).count() == 2 {
            Cue::Table
        } else {
            self.bullet(text, opening.trim()).filter(|c| *c == Cue::Item).unwrap_or(Cue::Text)
        }
    }

    /// The characters outside the stamps.
    fn rest(&self) -> String {
        let inside = |i: usize| self.stamps.iter().any(|s| (s.start..s.end).contains(&i));
        self.head.iter().enumerate().filter(|(i, _)| !inside(*i)).map(|(_, c)| *c).collect()
    }

    fn find_cue(&self, text: &str, hint: Option<Hint>) -> Cue {
        let mut folded = String::with_capacity(text.len() + 4);
        self.head.iter().for_each(|c| folded.push(*c));
        let line = folded.trim();
        if !line.chars().any(|c| !matches!(class(c), Class::Punctuation | Class::Space))
            || matches!(line, "* * *" | "-30-" | "-ENDS-")
        {
            return Cue::Boilerplate;
        }
        if hint == Some(Hint::Navigation) {
            return Cue::Boilerplate;
        }
        let bare = bracketed(line).unwrap_or(line);
        if hint == Some(Hint::Time) {
            return Cue::Dateline;
        }
        let dated = !self.stamps.is_empty() && self.is_dateline(bare);
        if let Some(cue) = service::heads_list(bare, self.columns, dated) {
            return cue;
        }
        if !dated && service::is_service(bare, self.columns) {
            return Cue::Boilerplate;
        }
        if self.stopped && self.columns > 76 {
            return self.long_cue(text, line, bare);
        }
        if let Some(cue) = self.bullet(text, line) {
            return cue;
        }
        if let Some(cue) = self.fields(bare, dated) {
            return cue;
        }
        if dated && self.stamps[0].start <= 2 {
            return self.dateline();
        }
        if let Some(cue) = person::person(line, bare, self.columns, self.stopped) {
            return cue;
        }
        if dated {
            return self.dateline();
        }
        let long = if self.latin { 140 } else { 84 };
        // A question or a cry may be a heading; what is said aloud is text.
        let asks = line.ends_with(['?', '!'])
            && self.columns <= 44
            && !line.contains(['。', ',', '"', '“', '「', ':']);
        if self.columns > long || self.stopped && !asks { Cue::Text } else { Cue::Short }
    }

    /// The cue of a line that is too long for a label or a name and ends in a stop.
    fn long_cue(&self, text: &str, line: &str, bare: &str) -> Cue {
        if let Some(cue) = self.bullet(text, line) {
            return cue;
        }
        if self.head.iter().take(24).any(|c| *c == ':')
            && let Some(cue) = self.fields(bare, false)
        {
            return cue;
        }
        if person::is_caption(bare) { Cue::Caption } else { Cue::Text }
    }

    /// The cue of a dateline: bare where nothing but the stamp stands there.
    fn dateline(&self) -> Cue {
        let rest = self.rest();
        let quiet =
            rest.chars().all(|c| matches!(class(c), Class::Punctuation | Class::Space | Class::Digit));
        if quiet { Cue::Stamp } else { Cue::Dateline }
    }

    /// Bullets, list numbers, heading numbers, table cells.
    fn bullet(&self, text: &str, line: &str) -> Option<Cue> {
        if text.trim().contains('\t') {
            return Some(Cue::Table).filter(|_| self.stamps.is_empty() || text.matches('\t').count() > 2);
        }
        if line.starts_with('|') && line.ends_with('|') && line.len() > 2 || self.is_row(text) {
            return Some(Cue::Table);
        }
        if line.starts_with("附件") && !self.stopped && self.columns <= 110 {
            return Some(Cue::Item);
        }
        let mut chars = line.chars();
        let (first, second) = (chars.next()?, chars.next().unwrap_or(' '));
        match first {
            '▲' | '△' | '▼' | '↑' | '↓' | '▽' | '⬆' | '⬇' => return Some(Cue::Caption),
            '•' | '·' | '●' | '■' | '◆' | '▪' | '◦' | '○' | '□' | '★' | '▶' | '►' | '‣' | '✓' | '*' | '◎'
            | '※' => {
                return Some(Cue::Item);
            }
            '-' | '–' | '—' if second == ' ' && self.head.len() > 2 => return Some(Cue::Item),
            '①'..='⑳' => return Some(Cue::Item),
            _ => {}
        }
        let number: String =
            line.trim_start_matches('(').chars().take_while(|c| c.is_ascii_digit()).collect();
        if !number.is_empty() && number.len() <= 2 {
            let open = line.starts_with('(');
            let after: Vec<char> = line[usize::from(open) + number.len()..].chars().take(2).collect();
            let item = match after.first() {
                Some(')') => true,
                Some('.') if !open => after.get(1).is_some_and(|c| !c.is_ascii_digit()),
                Some('、') if !open => true,
                _ => false,
            };
            return item.then_some(Cue::Item);
        }
        if let Some(rest) = line.strip_prefix("【") {
            let label = rest.split('】').next().unwrap_or_default();
            if ["相关", "延伸", "链接", "推荐", "往期"].iter().any(|w| label.starts_with(w)) {
                return Some(if rest.trim_end().ends_with('】') { Cue::RelatedLabel } else { Cue::Related });
            }
        }
        let han: usize = line
            .trim_start_matches(['(', '第'])
            .chars()
            .take_while(|c| has("一二三四五六七八九十", *c))
            .count();
        if (1..=3).contains(&han) && self.columns <= 60 && (!self.stopped || line.ends_with(['?', '!'])) {
            let after = line.trim_start_matches(['(', '第']).chars().nth(han);
            if after == Some(')') && self.columns > 40 {
                return Some(Cue::Item);
            }
            if after == Some('、')
                || line.starts_with('(') && after == Some(')')
                || line.starts_with('第') && matches!(after, Some('章' | '节'))
            {
                return Some(Cue::Heading);
            }
        }
        None
    }

    /// Three cells or more, parted by wide gaps, numbers among them: 出口　3705.8　+2.9%.
    fn is_row(&self, text: &str) -> bool {
        if self.stopped || self.columns > 110 || !self.stamps.is_empty() || self.head.contains(&':') {
            return false;
        }
        let cells = text.split(['\u{3000}', '\t']).flat_map(|part| part.split("  "));
        let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let number = |cell: &&str| cell.starts_with(|c: char| matches!(fold(c), '0'..='9' | '+' | '-' | '−'));
        cells.len() > 2 && cells.iter().any(number) && cells.iter().all(|cell| columns_of(cell) <= 16)
    }

    /// Labelled fields: 来源:… 编辑:… Published: …; the first label that is known decides, a time decides over all.
    fn fields(&self, line: &str, dateline: bool) -> Option<Cue> {
        if self.columns > 110 {
            return None;
        }
        let labels: Vec<Label> = cue::labels(line).collect();
        let first = labels.first()?;
        let dated = !self.stamps.is_empty();
        let credited = labels.iter().any(|l| matches!(l.kind, Kind::Staff | Kind::Photo));
        let opens = matches!(first.kind, Kind::Staff | Kind::Source);
        if credited && opens && !dated && !self.stopped && self.columns <= 76 {
            // Below an article, its source stands beside its editors; before them, its reporter in brackets.
            return Some(Cue::Credit);
        }
        if first.at > 0 && !dateline {
            // The words under a picture, then whose picture it is.
            return (first.kind == Kind::Photo && columns_of(&line[..first.at]) > 12).then_some(Cue::Caption);
        }
        let timed = dated && labels.iter().any(|l| matches!(l.kind, Kind::Published | Kind::Updated));
        if timed {
            return Some(Cue::Dateline);
        }
        match first.kind.cue() {
            Cue::Byline if dateline => Some(Cue::Dateline),
            Cue::Credit | Cue::Boilerplate if dateline && first.at > 0 && first.kind != Kind::Stored => {
                Some(Cue::Dateline)
            }
            Cue::RelatedLabel if first.end < line.len() => Some(Cue::Related),
            // Time, place and other words before a colon also open sentences.
            Cue::Dateline if self.stopped && (first.kind != Kind::Source || self.columns > 50) => None,
            Cue::Dateline if matches!(first.kind, Kind::Published | Kind::Updated) && !dated => None,
            Cue::Byline | Cue::Credit if self.stopped && self.columns > 50 => None,
            cue => Some(cue),
        }
    }

    /// True when little but dates, names and separators stands on the line.
    fn is_dateline(&self, line: &str) -> bool {
        let rest = self.rest();
        let columns = columns_of(rest.trim());
        let clauses = rest.chars().filter(|c| matches!(c, '。' | ',' | ';' | '!' | '?' | '“')).count();
        if rest.chars().all(|c| matches!(class(c), Class::Punctuation | Class::Space)) {
            return self.stamps.iter().any(|s| s.year.is_some() || s.clock.is_some());
        }
        let printed = self.stamps.iter().any(|s| s.year.is_some());
        let clocked = self.stamps.iter().any(|s| s.clock.is_some());
        let gap = |c: Option<&char>| {
            c.is_none_or(|c| {
                matches!(c, ' ' | '\t' | '|' | '·' | '•' | '-' | '—' | '/' | '(' | ')' | ':' | ',' | '丨')
            })
        };
        let field = |s: &Stamp| {
            gap(s.start.checked_sub(1).and_then(|i| self.head.get(i))) && gap(self.head.get(s.end))
        };
        let edge = self.stamps[0].start <= 2 || self.stamps.iter().any(|s| s.end + 2 >= self.head.len());
        let verbs = ["的", "了", "将"].iter().filter(|w| rest.contains(**w)).count();
        let words = line.split_whitespace().count();
        // 作者 … | 发布日期 2025 年 6 月 24 日 | 分类 …: the date's own label, with a space for its colon.
        let labelled = self.stamps.iter().any(|s| {
            let before: String = self.head[..s.start].iter().collect();
            let word = before.trim_end();
            word.len() < before.len() && ["日期", "时间", "发布于"].iter().any(|w| word.ends_with(w))
        });
        if labelled && printed && self.columns <= 110 && !self.stopped && verbs == 0 {
            return true;
        }
        let short = columns <= (if self.latin { 90 } else { 64 })
            && !self.stopped
            && clauses <= 2
            && verbs == 0
            && (!self.latin || words <= 16);
        short && (clocked || printed && (edge || field(&self.stamps[0])))
    }
}

/// The columns of a character: one for Latin, digits and half-width punctuation, two for the rest.
pub(super) fn columns(c: char) -> usize {
    if (c as u32) < 0x1100 || matches!(c, '\u{2010}'..='\u{2027}') { 1 } else { 2 }
}

/// The columns of a text.
pub(super) fn columns_of(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The inside of a line that is bracketed as a whole.
fn bracketed(line: &str) -> Option<&str> {
    let inner = line
        .strip_prefix('(')
        .and_then(|l| l.strip_suffix(')'))
        .or_else(|| line.strip_prefix('[').and_then(|l| l.strip_suffix(']')));
    inner
        .or_else(|| line.strip_prefix('【').and_then(|l| l.strip_suffix('】')))
        .map(str::trim)
        .filter(|l| !l.contains(['(', ')']))
}
