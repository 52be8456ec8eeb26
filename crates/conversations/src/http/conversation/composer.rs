//! Where colleagues write: a reply to the customer, a note for each other, a message for somebody else.
//! Never one for the other.

use maud::{Markup, html};
use people::department::Department;
use people::staff::Colleague;
use people::{DepartmentId, PersonId};
use platform::args;
use platform::web::assets::{icon, icon_small};

use super::super::lens::Lens;
use super::addressing;
use super::draft::{Draft, Problem, kept};
use super::write::ANYWAY;
use super::{known, liking, look, macros, sending, shared};
use crate::queries::Offered;
use crate::rules::states::Refusal;
use crate::{Attachment, ConversationId, DraftText, MacroFile, Mailbox, Message, MessageId, MessageKind, State};

/// What is being written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// To the customer.
    #[default]
    Reply,
    /// For colleagues.
    Note,
    /// For somebody else.
    Forward,
}

impl Kind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Reply => "reply",
            Self::Note => "note",
            Self::Forward => "forward",
        }
    }

    /// Reads the address; a reply unless it says something else.
    pub fn from_code(code: &str) -> Self {
        match code {
            "note" => Self::Note,
            "forward" => Self::Forward,
            _ => Self::Reply,
        }
    }
}

/// To whom one writes here, and about what.
pub(super) struct To<'a> {
    /// The conversation.
    pub conversation: &'a ConversationId,
    /// The customer.
    pub person: Option<&'a PersonId>,
    /// Their name.
    pub name: &'a str,
    /// The address a reply goes to.
    pub address: &'a str,
    /// Who else stood in the newest mail: "reply all" adds them, nothing else does (T03).
    pub others: Vec<Mailbox>,
    /// That mail to it came back, if it did.
    pub failing: Option<&'a people::person::Failing>,
    /// What is known of the customer.
    pub known: Option<&'a people::file::File>,
    /// The customer's language.
    pub language: Option<base::Language>,
    /// The newest message on the page.
    pub newest: Option<&'a MessageId>,
    /// All messages, for what is passed on and for files that come back.
    pub messages: &'a [Message],
    /// Colleagues that a note can name.
    pub staff: &'a [Colleague],
    /// Departments that are open.
    pub departments: &'a [Department],
    /// The one that the conversation belongs to.
    pub department: Option<&'a DepartmentId>,
    /// Macros that fit the conversation, in the order in which they are offered.
    pub macros: &'a [Offered],
    /// The files that they can bring.
    pub macro_files: &'a [MacroFile],
    /// What stands under every reply.
    pub signature: &'a str,
    /// The business's zone.
    pub zone: &'a jiff::tz::TimeZone,
    /// Where a draft began, if it began as the answer of another case.
    pub like: Option<&'a super::liking::Like>,
}

impl<'a> To<'a> {
    /// Nothing but the conversation.
    pub fn nobody(conversation: &'a ConversationId, zone: &'a jiff::tz::TimeZone) -> Self {
        Self {
            conversation,
            person: None,
            name: "",
            address: "",
            others: Vec::new(),
            failing: None,
            known: None,
            language: None,
            newest: None,
            messages: &[],
            staff: &[],
            departments: &[],
            department: None,
            macros: &[],
            macro_files: &[],
            signature: "",
            zone,
            like: None,
        }
    }
}

impl To<'_> {
    fn original(&self, text: &DraftText) -> Option<&Message> {
        self.messages.iter().find(|message| Some(&message.id) == text.about.as_ref())
    }

    /// Files of earlier messages that may go along, and whether they do.
    fn files(&self, kind: Kind, text: &DraftText) -> Vec<(&Attachment, bool)> {
        let of_original = self.original(text).filter(|_| kind == Kind::Forward).map(|it| it.attachments.as_slice());
        let own = of_original.unwrap_or_default().iter();
        let mut files: Vec<_> = own.map(|file| (file, text.keep.is_empty() || text.keep.contains(&file.id))).collect();
        for file in self.messages.iter().flat_map(|message| &message.attachments) {
            if text.keep.contains(&file.id) && !files.iter().any(|(known, _)| known.id == file.id) {
                files.push((file, true));
            }
        }
        files
    }
}

/// All forms, one of them shown. A form for passing on is there only when it is asked for.
pub(super) fn composer(lens: Lens<'_>, to: &To<'_>, draft: &Draft, drafts: &[(MessageKind, DraftText)]) -> Markup {
    let forward = draft.kind == Kind::Forward;
    let forms = [Some(Kind::Reply), Some(Kind::Note), forward.then_some(Kind::Forward)];
    html! {
        t-composer data-draft=(to.conversation) hx-morph-skip {
            @for kind in forms.into_iter().flatten() {
                @if kind == draft.kind { (form(lens, to, draft, true)) }
                @else { (form(lens, to, &kept(kind, drafts), false)) }
            }
        }
    }
}

/// One form. `shown` is whether it is the one at hand.
pub(super) fn form(lens: Lens<'_>, to: &To<'_>, draft: &Draft, shown: bool) -> Markup {
    let kind = draft.kind;
    let open = draft.shared.as_ref();
    // Whoever does not answer customers shares what they write to them.
    let action = match (open, kind, lens.works) {
        (Some(open), _, false) => format!("/drafts/{}/back", open.draft.id),
        (None, Kind::Reply, false) => format!("/conversations/{}/drafts", to.conversation),
        _ => format!("/conversations/{}/{}", to.conversation, kind.code()),
    };
    let here = open.is_none() && (lens.works || kind != Kind::Reply);
    let keep = match open {
        Some(open) => format!("/drafts/{}/save", open.draft.id),
        None => format!("/conversations/{}/draft", to.conversation),
    };
    let label = match kind {
        Kind::Reply => "composer-reply-label",
        Kind::Note => "composer-note-label",
        Kind::Forward => "composer-forward-label",
    };
    let note = kind == Kind::Note;
    let wrong = draft.problem.is_some();
    html! {
        form.composer #(kind.code()) data-kind=(kind.code()) method="post" action=(action) hidden[!shown]
            enctype=[(!note).then_some("multipart/form-data")] data-keep=(keep) data-shared=[open.map(|open| &open.draft.id)]
            hx-post=[here.then_some(&action)] hx-swap=[here.then_some("outerHTML")] hx-sync="this:drop" {
            input type="hidden" name="kind" value=(kind.code());
            @if !note {
                // Enter in a field for addresses or a time sends nothing: the first button is the one it presses.
                button type="submit" disabled hidden {}
                @if let (Kind::Reply, Some(newest)) = (kind, to.newest) { input type="hidden" name="seen" value=(newest); }
            }
            @if let Some(open) = open { (shared::above(lens, open)) }
            @if !draft.newer.is_empty() { (newer(lens, &draft.newer)) }
            div.sheet.mt data-tone=[note.then_some("note")] {
                div.top {
                    (tabs(lens, kind))
                    @if note { span.soft { (lens.text("message-note-private")) } } @else { (addressing::fields(lens, to, draft)) }
                }
                @if let Some(file) = to.known.filter(|_| kind == Kind::Reply) { (known::live(lens, to, file)) }
                @if let Some(failing) = to.failing.filter(|_| kind == Kind::Reply) { (came_back(lens, to.address, failing)) }
                textarea.text id={ (kind.code()) "-body" } name="body" rows="3" data-mentions[note] data-macros=[macros::list_of(lens, kind)]
                    aria-label=(lens.say.with(label, args![who = to.name]))
                    lang=[(kind == Kind::Reply).then_some(to.language.map(base::Language::code)).flatten()]
                    data-kept[draft.kept] aria-invalid=[wrong.then_some("true")] aria-describedby=[wrong.then_some("composer-error")]
                    autofocus[wrong || draft.back] { (draft.text.body) }
                @if let Some(problem) = &draft.problem { (self::problem(lens, problem, kind)) }
                @if let Some(from) = draft.text.like.as_ref().filter(|_| kind == Kind::Reply) { (liking::line(lens, from, to.like)) }
                @if lens.works && kind != Kind::Forward {
                    (look::place(to.conversation, kind.code(), &draft.text.body, &draft.promises))
                }
                @if !note { (along(lens, to, draft)) }
                (macros::added(lens, to, draft))
                (sending::tools(lens, to, draft))
            }
        }
    }
}

/// Whether it is only a question: something is open, and a reply closes all the same if its writer says so.
const fn asks(problem: &Problem, kind: Kind) -> bool {
    let open = matches!(problem, Problem::Refused(Refusal::PromisesOpen | Refusal::ChildrenOpen | Refusal::ItemsOpen));
    open && matches!(kind, Kind::Reply)
}

fn problem(lens: Lens<'_>, problem: &Problem, kind: Kind) -> Markup {
    let text = match problem {
        Problem::Refused(refusal) => lens.text(refusal.message()),
        Problem::BadAddress(piece) => lens.say.with("composer-bad-address", args![address = piece]),
    };
    html! {
        p.pad-bar #composer-error role="alert" {
            span.row.sm {
                svg.ic.ic-s data-tone="bad" aria-hidden="true" { use href={ (platform::web::assets::url("icons.svg")) "#i-alert" } {} }
                (text)
            }
        }
        @if asks(problem, kind) {
            div.row.wrap.pad-bar {
                button.btn.small.tint name="then" value=(State::Open.code()) { (icon("send")) (lens.text("composer-send-open")) }
                button.btn.small name="then" value=(ANYWAY) { (icon("check")) (lens.text("composer-send-close-anyway")) }
            }
        }
    }
}

/// What came in while one was writing, to be read before sending.
fn newer(lens: Lens<'_>, messages: &[Message]) -> Markup {
    const MOST: usize = 1000;
    html! {
        div.callout.mt #newer data-tone="warn" role="alert" {
            (icon("alert"))
            div.col.g-4 {
                p { b { (lens.text("refusal-something-newer")) } }
                @for message in messages {
                    div {
                        p.row.wrap.g-2.xs.quiet {
                            @if message.kind.is_internal() { (icon_small("lock")) }
                            b { (if message.from.name.is_empty() { &message.from.address } else { &message.from.name }) }
                            (lens.time(message.at))
                        }
                        p lang=[message.language.map(base::Language::code)] {
                            (message.body.chars().take(MOST).collect::<String>())
                        }
                    }
                }
            }
        }
    }
}

/// What goes along: files of earlier messages, and the original of what is passed on.
fn along(lens: Lens<'_>, to: &To<'_>, draft: &Draft) -> Markup {
    let files = to.files(draft.kind, &draft.text);
    let original = to.original(&draft.text).filter(|_| draft.kind == Kind::Forward);
    html! {
        @if let Some(original) = original {
            input type="hidden" name="about" value=(original.id);
            details.fold.pad-bar {
                summary { (icon_small("right")) (lens.text("composer-original")) }
                blockquote.quiet.sm lang=[original.language.map(base::Language::code)] {
                    @for line in original.body.lines().take(40) { (line) br; }
                }
            }
        }
        @if !files.is_empty() {
            fieldset.pad-bar {
                legend.xs.quiet { (lens.text("composer-along")) }
                div.row.wrap {
                    @for (file, goes) in files {
                        label.attach {
                            input.box type="checkbox" name="keep" value=(file.id) checked[goes];
                            @if let (Some(alt), Some(passes)) = (&file.alt, lens.passes) {
                                span.shot { img src=(passes.picture(&file.id)) alt=(alt); }
                            }
                            span.cut { (file.name) } " "
                            span.quiet.xs { (lens.say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                        }
                    }
                }
            }
        }
    }
}

/// Whoever writes to an address that mail came back from should know it before they begin.
fn came_back(lens: Lens<'_>, address: &str, failing: &people::person::Failing) -> Markup {
    html! {
        div.callout data-tone="warn" {
            (icon("alert"))
            p { (lens.say.with("composer-failing", args![address = address])) }
            @if !failing.words.is_empty() { p.xs { (lens.text("delivery-words")) " " q { (failing.words) } } }
        }
    }
}

fn tabs(lens: Lens<'_>, kind: Kind) -> Markup {
    let tab = |of: Kind, text: &str, key: &str| {
        html! {
            a data-show=(of.code()) href={ "?compose=" (of.code()) "#" (of.code()) } data-key=(key)
                aria-keyshortcuts=(key.to_uppercase()) aria-current=[(of == kind).then_some("true")] {
                @if of == Kind::Note { (icon_small("lock")) }
                (lens.text(text)) " " kbd aria-hidden="true" { (key.to_uppercase()) }
            }
        }
    };
    html! {
        div.seg role="group" aria-label=(lens.text("composer-kind")) {
            (tab(Kind::Reply, if lens.works { "composer-reply" } else { "draft-reply" }, "r"))
            (tab(Kind::Note, "composer-note", "n"))
            @if kind == Kind::Forward {
                span aria-current="true" { (icon_small("forward")) (lens.text("composer-forward")) }
            }
        }
    }
}
