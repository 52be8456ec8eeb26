//! Filling in what a macro leaves open: `{{customer.first_name}}`. What is put in is text and nothing else: it is
//! never read again, whatever a customer calls themselves.

/// Something that can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// The customer's name.
    CustomerName,
    /// The first of their names.
    CustomerFirstName,
    /// How they want to be addressed, else the first of their names.
    CustomerAddressed,
    /// The colleague who writes.
    AgentName,
    /// The first of their names.
    AgentFirstName,
    /// What people call the conversation: 48213.
    ConversationNumber,
    /// What it is about.
    ConversationSubject,
    /// The business.
    BusinessName,
    /// The address that customers write to.
    BusinessAddress,
    /// What the customer wrote last, in short.
    CustomerWrote,
    /// What was promised in the conversation and is to be kept next, in the words in which it was.
    PromiseWords,
    /// By when.
    PromiseDue,
}

impl Variable {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::CustomerName,
        Self::CustomerFirstName,
        Self::CustomerAddressed,
        Self::AgentName,
        Self::AgentFirstName,
        Self::ConversationNumber,
        Self::ConversationSubject,
        Self::BusinessName,
        Self::BusinessAddress,
        Self::CustomerWrote,
        Self::PromiseWords,
        Self::PromiseDue,
    ];

    /// As people write it between the braces.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CustomerName => "customer.name",
            Self::CustomerFirstName => "customer.first_name",
            Self::CustomerAddressed => "customer.addressed",
            Self::AgentName => "agent.name",
            Self::AgentFirstName => "agent.first_name",
            Self::ConversationNumber => "conversation.number",
            Self::ConversationSubject => "conversation.subject",
            Self::BusinessName => "business.name",
            Self::BusinessAddress => "business.address",
            Self::CustomerWrote => "customer.wrote",
            Self::PromiseWords => "promise.words",
            Self::PromiseDue => "promise.due",
        }
    }

    /// Reads [`Variable::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variable| variable.code() == code)
    }
}

/// What is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The customer's name, or their address when nobody knows one.
    pub customer: String,
    /// How they want to be addressed; may be empty.
    pub addressed: String,
    /// The colleague who writes.
    pub agent: String,
    /// The conversation's number; none before it has one.
    pub number: Option<i64>,
    /// What it is about.
    pub subject: String,
    /// The business.
    pub business: String,
    /// Its address.
    pub address: String,
    /// What the customer wrote last, in short.
    pub wrote: String,
    /// What was promised and is to be kept next; empty where nothing is.
    pub promised: String,
    /// By when, in the language of the text; empty where nobody said.
    pub promised_by: String,
}

impl Values {
    fn of(&self, variable: Variable) -> String {
        // Who never gave a name is called by their address, which nobody is greeted by.
        let customer = if self.customer.contains('@') { "" } else { self.customer.trim() };
        match variable {
            Variable::CustomerName => customer.to_owned(),
            Variable::CustomerFirstName => first_name(customer).to_owned(),
            Variable::CustomerAddressed if self.addressed.trim().is_empty() => first_name(customer).to_owned(),
            Variable::CustomerAddressed => self.addressed.trim().to_owned(),
            Variable::AgentName => self.agent.trim().to_owned(),
            Variable::AgentFirstName => first_name(&self.agent).to_owned(),
            // Whoever gives it a number fills it in then: see [`fill_number`].
            Variable::ConversationNumber => self.number.map_or_else(|| NUMBER.to_owned(), |number| number.to_string()),
            Variable::ConversationSubject => self.subject.trim().to_owned(),
            Variable::BusinessName => self.business.trim().to_owned(),
            Variable::BusinessAddress => self.address.trim().to_owned(),
            Variable::CustomerWrote => self.wrote.trim().to_owned(),
            Variable::PromiseWords => self.promised.trim().to_owned(),
            Variable::PromiseDue => self.promised_by.trim().to_owned(),
        }
    }
}

/// What stands for the number as long as there is none.
const NUMBER: &str = "{{conversation.number}}";

/// A text that was filled in before its conversation had a number, with it.
#[must_use]
pub fn fill_number(text: &str, number: i64) -> String {
    text.replace(NUMBER, &number.to_string())
}

/// `Kari` of `Kari Solheim` and of `Solheim, Kari`.
fn first_name(name: &str) -> &str {
    let given = name.split_once(',').map_or(name, |(_, given)| given);
    given.split_whitespace().next().unwrap_or_default()
}

/// A stretch of a macro's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// What stood between the braces, and what stands instead of nothing.
    Open(&'a str, &'a str),
}

/// The pieces of a text, each byte looked at once. Braces that nothing closes are text.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    let mut waiting = None;
    std::iter::from_fn(move || {
        if let Some(open) = waiting.take() {
            return Some(open);
        }
        if rest.is_empty() {
            return None;
        }
        let found = rest.split_once("{{").and_then(|(before, after)| {
            let (name, after) = after.split_once("}}")?;
            Some((before, name, after))
        });
        let Some((before, name, after)) = found else { return Some(Piece::Text(std::mem::take(&mut rest))) };
        rest = after;
        let (name, instead) = name.split_once('|').unwrap_or((name, ""));
        let open = Piece::Open(name.trim(), instead.trim());
        if before.is_empty() {
            return Some(open);
        }
        waiting = Some(open);
        Some(Piece::Text(before))
    })
}

/// The first thing between braces that nobody can fill in.
#[must_use]
pub fn unknown(text: &str) -> Option<&str> {
    pieces(text).find_map(|piece| match piece {
        Piece::Open(name, _) if Variable::from_code(name).is_none() => Some(name),
        _ => None,
    })
}

/// Whether a text leaves this open.
#[must_use]
pub fn names(text: &str, variable: Variable) -> bool {
    pieces(text).any(|piece| matches!(piece, Piece::Open(name, _) if name == variable.code()))
}

/// The text as it is sent. Where there is nothing to fill in, what stands behind `|` is, and without that the blank
/// before it goes too: `Hi {{customer.first_name}},` becomes `Hi,`.
#[must_use]
pub fn fill(text: &str, values: &Values) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut trim = false;
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => filled.push_str(if trim { text.strip_prefix(' ').unwrap_or(text) } else { text }),
            Piece::Open(name, instead) => {
                let value = Variable::from_code(name).map(|variable| values.of(variable)).unwrap_or_default();
                let value = if value.is_empty() { instead } else { &value };
                filled.push_str(value);
                if value.is_empty() && filled.ends_with(' ') {
                    filled.pop();
                } else if value.is_empty() && (filled.is_empty() || filled.ends_with('\n')) {
                    trim = true;
                    continue;
                }
            }
        }
        trim = false;
    }
    filled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kari() -> Values {
        Values {
            customer: "Kari Solheim".into(),
            addressed: String::new(),
            agent: "Ingrid Moen".into(),
            number: Some(48213),
            subject: "The motor".into(),
            business: "Brekkesund".into(),
            address: "hei@brekkesund.example".into(),
            wrote: "It stops in the rain.".into(),
            promised: "we send the part".into(),
            promised_by: "20 Nov 2026".into(),
        }
    }

    #[test]
    fn every_variable_has_its_value() {
        let table = [
            ("customer.name", "Kari Solheim"),
            ("customer.first_name", "Kari"),
            ("customer.addressed", "Kari"),
            ("agent.name", "Ingrid Moen"),
            ("agent.first_name", "Ingrid"),
            ("conversation.number", "48213"),
            ("conversation.subject", "The motor"),
            ("business.name", "Brekkesund"),
            ("business.address", "hei@brekkesund.example"),
            ("customer.wrote", "It stops in the rain."),
            ("promise.words", "we send the part"),
            ("promise.due", "20 Nov 2026"),
        ];
        assert_eq!(table.map(|(code, _)| code), Variable::ALL.map(Variable::code));
        for (code, value) in table {
            assert_eq!(fill(&format!("<{{{{ {code} }}}}>"), &kari()), format!("<{value}>"));
        }
        let asked = Values { addressed: " Fru Solheim ".into(), ..kari() };
        assert_eq!(fill("Hei {{customer.addressed}}", &asked), "Hei Fru Solheim");
        let turned = Values { customer: "Solheim, Kari Anne".into(), ..kari() };
        assert_eq!(fill("{{customer.first_name}}", &turned), "Kari");
    }

    #[test]
    fn where_nothing_is_known_the_sentence_still_reads_well() {
        let nobody = Values { customer: "kari@post.example".into(), ..Values::default() };
        let table = [
            ("Hi {{customer.first_name}},", "Hi,"),
            ("Hi {{customer.first_name|there}},", "Hi there,"),
            ("{{customer.name}} wrote", "wrote"),
            ("a {{agent.name}} b", "a b"),
            ("x\n{{agent.name}} y", "x\ny"),
            ("{{agent.name}}{{agent.name}} y", "y"),
            ("{{agent.name}}", ""),
            ("We said: {{promise.words|nothing yet}}, {{promise.due|no day}}.", "We said: nothing yet, no day."),
            ("We do it {{promise.due}}.", "We do it."),
        ];
        for (text, expected) in table {
            assert_eq!(fill(text, &nobody), expected, "{text}");
        }
    }

    #[test]
    fn a_number_that_is_not_given_yet_is_filled_in_later() {
        let before = Values { number: None, ..kari() };
        let text = fill("Hi {{customer.first_name}}, case {{ conversation.number }}.", &before);
        assert_eq!(text, "Hi Kari, case {{conversation.number}}.");
        assert_eq!(fill_number(&text, 1001), "Hi Kari, case 1001.");
    }

    #[test]
    fn what_nobody_can_fill_in_is_found_and_loose_braces_are_text() {
        assert_eq!(unknown("Hi {{customer.name}} {{ agent.name | us }}"), None);
        assert_eq!(unknown("Hi {{customer.nmae}}"), Some("customer.nmae"));
        assert_eq!(unknown("{{}}"), Some(""));
        assert_eq!(unknown("{{{{agent.name}}}}"), Some("{{agent.name"));
        for loose in ["{{", "a {{ b", "}} {{", "{ {agent.name} }", "}}"] {
            assert_eq!((unknown(loose), fill(loose, &kari()).as_str()), (None, loose));
        }
        let long = "{{".repeat(200_000);
        assert_eq!(fill(&long, &kari()), long);
        assert_eq!(fill(&"{{agent.name}}".repeat(50_000), &Values::default()), "");
    }

    proptest! {
        #[test]
        fn nothing_a_customer_wrote_is_read_as_a_variable(
            name in "[a-z{}|. ]{0,40}", subject in "(\\{\\{agent\\.name\\}\\}|[a-z{} ]){0,6}", text in "\\PC{0,80}",
        ) {
            let values = Values { customer: name.clone(), subject: subject.clone(), ..kari() };
            let filled = fill("<{{conversation.subject|-}}/{{customer.name|-}}>", &values);
            let or = |text: &str| if text.trim().is_empty() { "-".to_owned() } else { text.trim().to_owned() };
            prop_assert_eq!(filled, format!("<{}/{}>", or(&subject), or(&name)));
            // Any text at all: no panic, and without braces it is as it was.
            let any = fill(&text, &values);
            if !text.contains("{{") { prop_assert_eq!(any, text); }
        }
    }
}
