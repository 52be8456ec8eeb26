//! What is shown of a mail that came as HTML: a small tree of our own, in which nothing can run,
//! call out or pretend. Channels make it when a mail comes in; pages show it; nobody else changes it.
//!
//! It holds no styles, classes or attributes of the sender's: what is not in these types is not shown.

use serde::{Deserialize, Serialize};

/// A mail's content, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it says.
    pub blocks: Vec<Block>,
    /// How many pictures lie on other computers and can be asked for.
    #[serde(default)]
    pub remote: u32,
    /// How many more only tell the sender that the mail is being read; they are never fetched.
    #[serde(default)]
    pub trackers: u32,
    /// Whether there was more than is kept here.
    #[serde(default)]
    pub cut: bool,
    /// Where the channel finds the mail's own HTML again; only it can read this.
    #[serde(default)]
    pub origin: String,
}

/// Something that begins on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Words in a row.
    Paragraph(Vec<Inline>),
    /// Points, one below the other.
    List {
        /// The number of the first point; bullets have none.
        first: Option<u32>,
        /// The points.
        items: Vec<Vec<Block>>,
    },
    /// What somebody else said.
    Quote(Vec<Block>),
    /// Text whose spaces and line breaks matter.
    Pre(String),
    /// A simple table.
    Rows(Vec<Vec<Cell>>),
    /// A line across.
    Rule,
    /// What a reader knows already or need not read.
    Fold(Fold, Vec<Block>),
}

/// Why something is folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    /// An earlier mail.
    Quote,
    /// The writer's card, or what their program adds.
    Signature,
}

/// A place in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Whether it names its column or row.
    #[serde(default, rename = "h")]
    pub head: bool,
    /// What stands in it.
    #[serde(rename = "t")]
    pub words: Vec<Inline>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words that matter.
    Strong(String),
    /// Words said with a stress.
    Emphasis(String),
    /// A new line.
    Break,
    /// A link. Never within another.
    Link {
        /// http, https, mailto or tel, whole and checked.
        to: String,
        /// What it is called.
        words: Vec<Inline>,
    },
    /// A picture.
    Picture {
        /// Where it is.
        source: Source,
        /// What it shows, in words; may be empty.
        alt: String,
    },
}

/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// In the mail, under this Content-ID.
    Part(String),
    /// On another computer, at this http or https address.
    Remote(String),
}

impl Document {
    /// Reads what was stored; what cannot be read is no document.
    #[must_use]
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The Content-IDs of the pictures that stand within the text.
    #[must_use]
    pub fn parts(&self) -> Vec<&str> {
        let mut found = Vec::new();
        each_picture(&self.blocks, &mut |source| {
            if let Source::Part(id) = source {
                found.push(id.as_str());
            }
        });
        found
    }
}

/// Goes over all pictures. As deep as the tree, which its maker bounds.
fn each_picture<'a>(blocks: &'a [Block], with: &mut impl FnMut(&'a Source)) {
    for block in blocks {
        match block {
            Block::Paragraph(words) => of_line(words, with),
            Block::List { items, .. } => items.iter().for_each(|item| each_picture(item, with)),
            Block::Quote(inner) | Block::Fold(_, inner) => each_picture(inner, with),
            Block::Rows(rows) => rows.iter().flatten().for_each(|cell| of_line(&cell.words, with)),
            Block::Pre(_) | Block::Rule => {}
        }
    }
}

fn of_line<'a>(words: &'a [Inline], with: &mut impl FnMut(&'a Source)) {
    for piece in words {
        match piece {
            Inline::Picture { source, .. } => with(source),
            Inline::Link { words, .. } => of_line(words, with),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read_again() {
        let picture = |source| Inline::Picture { source, alt: "a bike".into() };
        let link = Inline::Link { to: "https://a.example/".into(), words: vec![picture(Source::Part("one".into()))] };
        let cell = Cell { head: true, words: vec![picture(Source::Part("two".into()))] };
        let document = Document {
            blocks: vec![
                Block::Paragraph(vec![Inline::Text("Hei".into()), Inline::Break, link]),
                Block::List { first: Some(3), items: vec![vec![Block::Pre(" x".into()), Block::Rule]] },
                Block::Fold(Fold::Quote, vec![Block::Quote(vec![Block::Rows(vec![vec![cell]])])]),
                Block::Paragraph(vec![picture(Source::Remote("https://b.example/c.png".into()))]),
            ],
            remote: 1,
            trackers: 2,
            cut: true,
            origin: "here".into(),
        };
        let text = serde_json::to_string(&document).expect("written");
        assert_eq!(Document::from_json(&text).as_ref(), Some(&document));
        assert_eq!(document.parts(), ["one", "two"]);
        assert_eq!(Document::from_json("{}"), None);
        assert_eq!(Document::from_json("{\"blocks\":[{\"script\":\"x\"}]}"), None);
    }
}
