//! Contact forms, open to anybody. What is written is never lost: whatever is wrong, the page comes back with all of
//! it. What comes of it, the page tells only to whoever came in by a mailed link: it could be anybody's address.

use std::collections::BTreeMap;

use axum::Extension;
use axum::extract::multipart::Multipart;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::{Instant, Scope};
use conversations::commands::NewFile;
use conversations::rules::states::{FILES_MAX, Refusal, text};
use conversations::settings::{Business, Requests};
use conversations::{ConversationId, Mailbox, queries};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::PersonId;
use people::person::{self, clean_line, looks_like_address};
use platform::i18n::{self, Say};
use platform::throttle::{Key, Throttle};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::guard::Peer;
use platform::web::page::{self, House, Logo};
use platform::web::respond;
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform, args};
use serde::Deserialize;

use super::answer::{FILES_COUNT, broken};
use super::contact_page::{Wrong, page as form_page};
use super::thread::Form as Once;
use super::visitor::Visitor;
use super::{Door, sealed};
use crate::forms::{self, ContactForms};
use crate::model::{ContactForm, Texts};
use crate::offers::{Offer, Offering, Offers};
use crate::rules::contact::{self, LABEL_MOST};
use crate::{Enquiry, entry};

const HERE: &str = "/contact";
/// Passages of one form that are remembered, at most.
const OFFERED_MOST: usize = 5;
/// Characters of what was tried before, at most.
const TRIED_MOST: usize = 4_000;

/// The business around these pages, and who is there.
pub(super) struct Hall {
    pub business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    pub say: Say,
    /// Speaks the business's own language, which colleagues read.
    usual: Say,
    forms: ContactForms,
    pub visitor: Option<(Mailbox, PersonId)>,
}

impl Hall {
    async fn of(p: &Platform, headers: &HeaderMap) -> Result<Self, Error> {
        let visitor = Visitor::find(p, headers).await?;
        let mut conn = p.db.read().await?;
        let mut forms = forms::all(&mut conn).await?;
        forms.0.retain(|form| form.open);
        let looks = conversations::settings::requests(&mut conn).await?;
        let business = conversations::settings::business(&mut conn).await?;
        let logo = crate::logo::mark(&mut conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(&mut conn).await?;
        let theirs = visitor.as_ref().and_then(|visitor| visitor.person.language);
        let language = i18n::chosen(headers).or(theirs).unwrap_or_else(|| i18n::of_request(headers));
        let visitor = match visitor.filter(|_| looks.links) {
            Some(visitor) => first_address(&mut conn, &visitor).await?.map(|from| (from, visitor.person.id.clone())),
            None => None,
        };
        let (say, usual) = (p.i18n.to(language), p.i18n.to(business.language));
        Ok(Self { business, looks, logo, typeface, say, usual, forms, visitor })
    }

    fn form(&self, slug: &str) -> Result<&ContactForm, Error> {
        self.forms.find(slug).ok_or(Error::NotFound)
    }

    pub fn text<'a>(&self, texts: &'a Texts) -> &'a str {
        texts.shown(self.say.language(), self.business.language)
    }

    fn page(&self, status: StatusCode, title: &str, here: &str, main: &Markup) -> Response {
        let mine = self.say.text("my-title");
        let nav = self.looks.links.then_some(("/my", mine.as_str()));
        let logo = self.logo.as_ref();
        let house = House { name: &self.business.name, logo, hue: self.looks.hue, typeface: self.typeface, here, nav };
        sealed(respond::page(status, page::customers(&self.say, title, house, main, "request.js")))
    }
}

async fn first_address(conn: &mut Conn, visitor: &Visitor) -> Result<Option<Mailbox>, Error> {
    let all = person::addresses(conn, &Scope::All, &visitor.person.id).await?;
    let name = visitor.person.name.clone();
    Ok(all.into_iter().next().map(|first| Mailbox { name, address: first.shown }))
}

/// `GET /contact`: the forms to choose from, or the only one.
///
/// # Errors
/// When there is none, or the database cannot be used; so for all pages here.
pub async fn index(
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let title = hall.say.text("contact-title");
    match hall.forms.0.as_slice() {
        [] => Err(Error::NotFound),
        [only] => Ok(sealed(respond::see(&format!("{HERE}/{}{}", only.slug, asked.along())))),
        all => {
            let main = html! {
                div.shell.request {
                    div.col.g-7 {
                        header.col.prose.g-4 { h1 { (title) } p.soft { (hall.say.text("contact-lead")) } }
                        ul.lines.requests {
                            @for form in all {
                                li { a href={ (HERE) "/" (form.slug) (asked.along()) } {
                                    span.grow.col.g-1 {
                                        b { (hall.text(&form.names)) }
                                        @if !form.leads.is_empty() { span.sm.quiet { (hall.text(&form.leads)) } }
                                    }
                                    (icon("right"))
                                } }
                            }
                        }
                    }
                }
            };
            Ok(hall.page(StatusCode::OK, &title, HERE, &main))
        }
    }
}

/// `?done=sent`, or `?tried=…`: what a guide of the help centre was walked through before.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
    tried: String,
}

impl Asked {
    fn tried(&self) -> String {
        self.tried.trim().chars().take(TRIED_MOST).collect()
    }

    /// What goes along to the form that is chosen.
    fn along(&self) -> String {
        let tried = self.tried();
        let bytes = url::form_urlencoded::byte_serialize(tried.as_bytes()).collect::<String>();
        if tried.is_empty() { bytes } else { format!("?tried={bytes}") }
    }
}

/// `GET /contact/{slug}`.
///
/// # Errors
/// See [`index`].
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let form = hall.form(&slug)?;
    if asked.done == "sent" {
        return Ok(hall.page(StatusCode::OK, &hall.say.text("contact-sent-title"), &here(form), &sent(&hall, form)));
    }
    let fields = BTreeMap::from([("tried".to_owned(), asked.tried())]);
    let typed = Typed { once: Once::fresh(&p).once, fields, ..Typed::default() };
    Ok(shown(&hall, form, StatusCode::OK, &typed, &[]))
}

pub(super) fn here(form: &ContactForm) -> String {
    format!("{HERE}/{}", form.slug)
}

/// The same for everybody, whoever knows the address.
fn sent(hall: &Hall, form: &ContactForm) -> Markup {
    let say = &hall.say;
    html! {
        div.shell.request.w-s {
            header.col.prose.g-4 data-sent {
                h1 { (say.text("contact-sent-title")) }
                p.soft { (say.text("contact-sent-lead")) }
                p { a href=(here(form)) { (say.text("contact-again")) } }
            }
        }
    }
}

/// `POST /contact/{slug}` (multipart): `name`, `email`, `subject`, `body`, `q-0` … for the questions, `files`, `once`.
///
/// # Errors
/// See [`index`]; and when what was written could not be kept.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    (Extension(Door(door)), offers): (Extension<Door>, Option<Extension<Offers>>),
    Peer(peer): Peer,
    headers: HeaderMap,
    Path(slug): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &headers).await?;
    let it = hall.form(&slug)?;
    let mut typed = Typed::read(form).await?;
    if let Some((from, _)) = &hall.visitor {
        typed.fields.insert("email".to_owned(), from.address.clone());
    }
    let (mut answers, wrong) = typed.judged(&hall, it);
    if !wrong.is_empty() {
        return Ok(shown(&hall, it, StatusCode::UNPROCESSABLE_ENTITY, &typed, &wrong));
    }
    if let Some(Extension(Offers(offering))) = offers {
        let asks = throttle.check(&[Key::Account(&format!("offers {peer}"))]).is_ok();
        let offered = typed.offered(&p, &hall, &*offering, asks).await?;
        if !offered.is_empty() && typed.of("offered").is_empty() {
            let main = form_page(&hall, it, &typed, &[], &offered);
            return Ok(hall.page(StatusCode::OK, hall.text(&it.names), &here(it), &main));
        }
        answers.extend(told(&p, &hall, &offered));
    }
    let address = typed.of("email").to_owned();
    let account = format!("contact {}", person::fold_address(&address));
    if throttle.check(&[Key::Account(&account), Key::Peer(peer)]).is_err() {
        let wrong = [("body".to_owned(), "request-too-many")];
        return Ok(shown(&hall, it, StatusCode::TOO_MANY_REQUESTS, &typed, &wrong));
    }
    let enquiry = typed.enquiry(&hall, it, &answers, p.clock.business(), peer.to_string());
    let put = door.ask(enquiry).await?;
    let Some((_, person)) = &hall.visitor else {
        let mut tx = p.begin().await?;
        entry::confirm(&mut tx, &address, hall.say.language()).await?;
        tx.commit().await?;
        return Ok(sealed(respond::see(&format!("{}?done=sent", here(it)))));
    };
    Ok(sealed(respond::see(&to_request(&p, person, put).await?)))
}

/// What was shown before sending, as colleagues read it below the words of the request.
fn told(p: &Platform, hall: &Hall, offered: &[Offer]) -> Option<(String, String)> {
    let say = p.i18n.to(hall.business.language);
    let zone = TimeZone::get(&hall.business.zone).unwrap_or(TimeZone::UTC);
    let line = |one: &Offer| {
        let date = say.date(one.at, &zone);
        say.with("contact-offer-version", args![title = &one.title, version = one.version, date = date])
    };
    let lines: Vec<String> = offered.iter().map(line).collect();
    (!lines.is_empty()).then(|| (say.text("contact-offered"), lines.join("; ")))
}

/// Where somebody finds the request that they have just made, or all of theirs while it is on its way in.
async fn to_request(p: &Platform, person: &PersonId, put: Option<ConversationId>) -> Result<String, Error> {
    let mut conn = p.db.read().await?;
    let found = match put {
        Some(put) => queries::find(&mut conn, &Scope::Own(person.to_string()), &put).await?,
        None => None,
    };
    let Some(found) = found else { return Ok("/my".to_owned()) };
    let link = queries::request_link(p, &mut conn, &found).await?;
    Ok(format!("{}?done=sent", link.strip_prefix(&p.site.url).unwrap_or("/my")))
}

/// The fields as they came.
#[derive(Debug, Default)]
pub(super) struct Typed {
    fields: BTreeMap<String, String>,
    pub once: String,
    files: Vec<NewFile>,
}

impl Typed {
    async fn read(mut form: Multipart) -> Result<Self, Error> {
        let mut typed = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "files" {
                let name = field.file_name().unwrap_or_default().to_owned();
                let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
                let bytes = field.bytes().await.map_err(broken)?.to_vec();
                if !name.is_empty() {
                    typed.files.push(NewFile { name, content_type, bytes });
                }
            } else if name == "once" {
                typed.once = field.text().await.map_err(broken)?.chars().take(100).collect();
            } else if typed.fields.len() < 100 {
                typed.fields.insert(name, field.text().await.map_err(broken)?);
            }
        }
        Ok(typed)
    }

    pub fn of(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |value| value.trim())
    }

    /// What may answer it; when it was shown already, what that was. A form with files is sent as it is: a page cannot
    /// give them back.
    async fn offered(
        &self,
        p: &Platform,
        hall: &Hall,
        offering: &dyn Offering,
        asks: bool,
    ) -> Result<Vec<Offer>, Error> {
        let is_customer = hall.visitor.is_some();
        let shown = self.of("offered");
        if !shown.is_empty() {
            let ids: Vec<String> = shown.split(' ').take(OFFERED_MOST).map(str::to_owned).collect();
            return Ok(offering.shown(p, is_customer, &ids).await?);
        }
        if !asks || !self.files.is_empty() {
            return Ok(Vec::new());
        }
        let text = format!("{} {}", self.of("subject"), self.of("body"));
        Ok(offering.offers(p, is_customer, hall.say.language(), &text).await?)
    }

    /// What is handed on; the files go with it.
    fn enquiry(
        &mut self,
        hall: &Hall,
        form: &ContactForm,
        answers: &[(String, String)],
        now: Instant,
        peer: String,
    ) -> Enquiry {
        let subject = clean_line(self.of("subject"), LABEL_MOST);
        Enquiry {
            from: Mailbox { name: clean_line(self.of("name"), LABEL_MOST), address: self.of("email").to_owned() },
            proved: hall.visitor.is_some(),
            department: form.department.clone(),
            subject: if subject.is_empty() { hall.text(&form.names).to_owned() } else { subject },
            once: self.once.clone(),
            at: Once::made_at(&self.once).unwrap_or(now),
            text: contact::letter(self.of("body"), &self.with_tried(hall, answers)),
            files: std::mem::take(&mut self.files),
            peer,
        }
    }

    /// The answers, and below them what was tried before, as a part of its own.
    fn with_tried(&self, hall: &Hall, answers: &[(String, String)]) -> Vec<(String, String)> {
        let usual = hall.usual.text("contact-tried");
        let tried: String = self.of("tried").chars().take(TRIED_MOST).collect();
        let part = (!tried.is_empty()).then(|| (usual, format!("{tried}\n")));
        answers.iter().cloned().chain(part).collect()
    }

    /// What was answered to the questions, and what needs another look: the field, and the message that says why.
    fn judged(&self, hall: &Hall, form: &ContactForm) -> (Vec<(String, String)>, Wrong) {
        let (mut answers, mut wrong) = (Vec::new(), Wrong::new());
        if !looks_like_address(self.of("email")) {
            wrong.push(("email".to_owned(), "my-no-address"));
        }
        let (language, usual) = (hall.say.language(), hall.business.language);
        for (at, question) in form.questions.iter().enumerate() {
            let name = format!("q-{at}");
            match contact::answer(question, self.of(&name), language, usual) {
                // Colleagues read the business's own language.
                Ok(Some(said)) => answers.push((question.labels.shown(usual, usual).to_owned(), said)),
                Ok(None) => {}
                Err(flaw) => wrong.push((name, flaw.message())),
            }
        }
        let size: usize = self.files.iter().map(|file| file.bytes.len()).sum();
        if size > FILES_MAX || self.files.len() > FILES_COUNT {
            wrong.push(("files".to_owned(), Refusal::FilesTooLarge.message()));
        }
        if let Err(refusal) = text(self.of("body")) {
            wrong.push(("body".to_owned(), refusal.message()));
        }
        (answers, wrong)
    }
}

fn shown(
    hall: &Hall,
    form: &ContactForm,
    status: StatusCode,
    typed: &Typed,
    wrong: &[(String, &'static str)],
) -> Response {
    hall.page(status, hall.text(&form.names), &here(form), &form_page(hall, form, typed, wrong, &[]))
}
