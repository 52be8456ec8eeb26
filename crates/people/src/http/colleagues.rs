//! Colleagues in the settings: who works here, their roles, invitations, and shutting out. For admins.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, Role, allowed};
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon_labelled;
use platform::web::avatar::{Size, avatar};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, Tx, args};
use serde::Deserialize;

use super::fields::{Field, select};
use super::{on_form, toast};
use crate::StaffId;
use crate::department;
use crate::refusal::{Answer, Refusal};
use crate::second::{self, Obliged};
use crate::staff::{self, NewStaff, Staff, Who};
use crate::system_mail::{self, SystemMail};

const HERE: &str = "/settings/colleagues";

/// The page.
pub async fn index(who: Who, State(p): State<Platform>, Query(done): Query<toast::Query>) -> Result<Response, Error> {
    page(&p, &who, StatusCode::OK, done, None).await
}

/// Whom to invite.
#[derive(Clone, Debug, Deserialize)]
pub struct New {
    name: String,
    email: String,
    role: String,
    language: String,
}

/// Makes an account and sends the invitation.
pub async fn create(who: Who, State(p): State<Platform>, Form(new): Form<New>) -> Result<Response, Error> {
    let staff = NewStaff {
        name: new.name.clone(),
        email: new.email.clone(),
        role: Role::from_code(&new.role).unwrap_or(Role::Agent),
        language: Language::from_code(&new.language).unwrap_or(who.staff.language),
        zone: who.staff.zone.clone(),
    };
    let mut tx = p.begin().await?;
    match staff::add(&mut tx, &who.actor(), staff).await {
        Ok(staff) => send_invitation(&mut tx, &p, &who, &staff.id).await?,
        Err(failure) => {
            let typed = Some((new, on_form(failure)?));
            return page(&p, &who, StatusCode::UNPROCESSABLE_ENTITY, toast::Query::default(), typed).await;
        }
    }
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=invited"))
}

/// Sends another invitation.
pub async fn invite(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    send_invitation(&mut tx, &p, &who, &staff_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=invited"))
}

async fn send_invitation(tx: &mut Tx, p: &Platform, who: &Who, id: &StaffId) -> Answer<()> {
    invite_by_mail(tx, p, &who.staff, id).await
}

/// Mails a colleague a link to choose their first password.
///
/// # Errors
/// See [`staff::invite`].
pub async fn invite_by_mail(tx: &mut Tx, p: &Platform, by: &Staff, id: &StaffId) -> Answer<()> {
    let (staff, link) = staff::invite(tx, p, &by.actor(), id).await?;
    let say = p.i18n.to(staff.language);
    let by = &by.name;
    let mail = SystemMail {
        subject: say.with("mail-invite-subject", args![by = by]),
        text: say.with("mail-invite-text", args![name = &staff.name, by = by, link = &link]),
        to: staff.email,
        language: staff.language,
    };
    Ok(system_mail::send(tx, &mail).await?)
}

/// Another role.
#[derive(Debug, Deserialize)]
pub struct NewRole {
    role: String,
}

/// Gives another role.
pub async fn update_role(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewRole>,
) -> Result<Response, Error> {
    let role = Role::from_code(&new.role).ok_or_else(|| Error::invalid("problem-invalid-body"))?;
    let mut tx = p.begin().await?;
    staff::change_role(&mut tx, &who.actor(), &staff_id(&id)?, role).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

/// How far somebody sees.
#[derive(Debug, Deserialize)]
pub struct NewReach {
    limited: String,
}

/// `POST /settings/colleagues/{id}/reach`: `limited` is `yes` or `no`.
pub async fn limit(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(new): Form<NewReach>,
) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    department::limit(&mut tx, &who.actor(), &staff_id(&id)?, new.limited == "yes").await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

/// Turns the second factor of a colleague off, who lost phone and recovery codes.
pub async fn second_off(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    second::turn_off(&mut tx, &p, &who.actor(), &staff_id(&id)?, None).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

/// `POST /settings/colleagues/obliged`: the roles that must have a second factor, each as `role`.
pub async fn oblige(
    who: Who,
    State(p): State<Platform>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let roles = fields.iter().filter(|(name, _)| name == "role");
    let roles: Vec<Role> = roles.filter_map(|(_, code)| Role::from_code(code)).collect();
    let mut tx = p.begin().await?;
    second::oblige(&mut tx, &who.actor(), &Obliged::of(&roles)).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

/// Shuts a colleague out.
pub async fn disable(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    staff::disable(&mut tx, &who.actor(), &staff_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

/// Lets a colleague in again.
pub async fn enable(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    staff::enable(&mut tx, &who.actor(), &staff_id(&id)?).await?;
    tx.commit().await?;
    Ok(respond::see("/settings/colleagues?done=saved"))
}

fn staff_id(text: &str) -> Result<StaffId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    done: toast::Query,
    typed: Option<(New, Refusal)>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ManageStaff)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let all = staff::all(&mut conn, &scope).await?;
    let guarded = second::who_has(&mut conn).await?;
    let obliged = second::obliged(&mut conn).await?;
    drop(conn);
    let body = html! {
        section.card #colleagues hx-get=(HERE) hx-trigger="colleagues from:body, resync from:body"
            hx-select="#colleagues" hx-swap="outerMorph" {
            ul.col.g-6 { @for staff in &all { li.row.wrap id=(staff.id) { (line(who, staff, guarded.contains(&staff.id), &obliged)) } } }
        }
        (form(who, typed.as_ref()))
        (must_have(who, &obliged))
    };
    let title = say.text("colleagues-title");
    let main = viewer.settings(&title, &say.text("colleagues-lead"), &body);
    let whole = viewer.page_with(p, &title, &main, done.toast(say)).await?;
    Ok(respond::page(status, whole))
}

fn line(who: &Who, staff: &Staff, guarded: bool, obliged: &Obliged) -> Markup {
    let (say, me, disabled) = (&who.say, staff.id == who.staff.id, staff.disabled_at.is_some());
    html! {
        (avatar(&staff.name, staff.id.as_str(), true, Size::Usual))
        div.col.g-0 { span.w-550 { (staff.name) } span.sm.quiet { (staff.email) } }
        div.row.wrap.push {
            @if disabled { span.chip data-tone="plain" { (say.text("colleagues-disabled")) } }
            @else if staff.password_hash.is_none() { span.chip data-tone="info" { (say.text("colleagues-invited")) } }
            @if guarded {
                @let text = say.text("second-title");
                span title=(text) { (icon_labelled("shield", &text, Some("ok"))) }
            } @else if obliged.binds(staff.role) && !disabled {
                span.chip data-tone="warn" { (say.text("second-missing")) }
            }
            // Nobody changes their own rights.
            @if me { span.chip data-tone="accent" { (say.text("colleagues-you")) } }
            @if me || !may_change(who, staff.role) {
                span.sm { (role_name(say, staff.role)) }
            } @else {
                (role_form(who, staff))
                (reach_form(say, staff))
                (buttons(say, staff, guarded))
            }
        }
    }
}

/// Owners are changed by owners alone, and made by them.
fn may_change(who: &Who, role: Role) -> bool {
    role != Role::Owner || allowed(&who.actor(), Action::ManageOwners).is_ok()
}

/// The roles this colleague may give.
fn to_give(who: &Who) -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(|role| may_change(who, *role))
}

fn role_form(who: &Who, staff: &Staff) -> Markup {
    let say = &who.say;
    html! {
        form.row.g-2 method="post" action={ (HERE) "/" (staff.id) "/role" } hx-boost="false" {
            select.input name="role" data-auto aria-label=(say.with("colleagues-role-of", args![name = &staff.name])) {
                @for role in to_give(who) {
                    option value=(role.code()) selected[role == staff.role] { (role_name(say, role)) }
                }
            }
            noscript { button.btn.small { (say.text("word-save")) } }
        }
    }
}

/// Offered to those whom it binds, once there is a department to be limited to.
fn reach_form(say: &Say, staff: &Staff) -> Markup {
    let bound = matches!(staff.role, Role::Agent | Role::Light);
    let option = |value: &str, text: &str, chosen: bool| {
        html! { option value=(value) selected[chosen] { (say.text(text)) } }
    };
    html! {
        @if bound && !staff.departments.is_empty() {
            form.row.g-2 method="post" action={ (HERE) "/" (staff.id) "/reach" } hx-boost="false" {
                select.input name="limited" data-auto aria-label=(say.with("colleagues-reach-of", args![name = &staff.name])) {
                    (option("no", "colleagues-reach-all", !staff.limited))
                    (option("yes", "colleagues-reach-own", staff.limited))
                }
                noscript { button.btn.small { (say.text("word-save")) } }
            }
        }
    }
}

fn buttons(say: &Say, staff: &Staff, guarded: bool) -> Markup {
    let button = |action: &str, text: &str, whole: &str| {
        html! {
            form method="post" action={ (HERE) "/" (staff.id) "/" (action) } hx-boost="false" {
                button.btn.small aria-label=(say.with(whole, args![name = &staff.name])) { (say.text(text)) }
            }
        }
    };
    html! {
        @if staff.disabled_at.is_some() {
            (button("enabled", "colleagues-enable", "colleagues-enable-one"))
        } @else {
            @if staff.password_hash.is_none() {
                (button("invitation", "colleagues-invite-again", "colleagues-invite-again-to"))
            }
            @if guarded { (button("second", "second-turn-off-short", "second-turn-off-of")) }
            (button("disabled", "colleagues-disable", "colleagues-disable-one"))
        }
    }
}

/// Whose role must have a second factor: for owners to decide, for admins to read.
fn must_have(who: &Who, obliged: &Obliged) -> Markup {
    let (say, decides) = (&who.say, allowed(&who.actor(), Action::ManageOwners).is_ok());
    html! {
        form.card.col.g-6 method="post" action={ (HERE) "/obliged" } hx-boost="false" aria-labelledby="obliged-t" {
            div { h3 #obliged-t { (say.text("second-title")) } p.sm.quiet { (say.text("second-oblige-lead")) } }
            fieldset.field disabled[!decides] {
                legend { (say.text("second-oblige-roles")) }
                div.col.g-4.mt {
                    @for role in Role::ALL {
                        label.check {
                            input.box type="checkbox" name="role" value=(role.code()) checked[obliged.binds(role)];
                            span { (role_name(say, role)) }
                        }
                    }
                }
            }
            @if decides { div.row.end-x { button.btn.primary { (say.text("word-save")) } } }
            @else { p.sm.quiet { (say.text("second-oblige-owners")) } }
        }
    }
}

fn role_name(say: &Say, role: Role) -> String {
    say.text(&format!("colleagues-role-{}", role.code()))
}

fn form(who: &Who, typed: Option<&(New, Refusal)>) -> Markup {
    let (say, own) = (&who.say, who.staff.language);
    let error = |wanted: &[Refusal]| typed.filter(|t| wanted.contains(&t.1)).map(|t| say.text(t.1.message()));
    let field = |name, kind, value, error| Field {
        name,
        label: say.text(&format!("colleagues-{name}")),
        kind,
        value,
        autocomplete: "off",
        hint: None,
        error,
        large: false,
    };
    let (name, email) = typed.map_or(("", ""), |t| (&t.0.name, &t.0.email));
    let chosen = typed.and_then(|t| Language::from_code(&t.0.language)).unwrap_or(own);
    let languages = Language::ALL.map(|l| (l.code(), l.own_name().to_owned(), l == chosen));
    let role = typed.and_then(|t| Role::from_code(&t.0.role)).unwrap_or(Role::Agent);
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="new-t" {
            div { h3 #new-t { (say.text("colleagues-new")) } p.sm.quiet { (say.text("colleagues-new-lead")) } }
            (field("name", "text", name, error(&[Refusal::NameMissing])).markup())
            (field("email", "email", email, error(&[Refusal::NotAnAddress, Refusal::AddressTaken])).markup())
            fieldset.field {
                legend { (say.text("colleagues-role")) }
                div.col.g-4.mt { @for one in to_give(who).collect::<Vec<_>>().into_iter().rev() { (choice(say, one, one == role)) } }
            }
            (select("language", &say.text("colleagues-language"), &languages))
            div.row.end-x { button.btn.primary { (say.text("colleagues-submit")) } }
        }
    }
}

fn choice(say: &Say, role: Role, chosen: bool) -> Markup {
    html! {
        label.check {
            input.dot type="radio" name="role" value=(role.code()) checked[chosen];
            span { (role_name(say, role)) small { (say.text(&format!("colleagues-role-{}-hint", role.code()))) } }
        }
    }
}
