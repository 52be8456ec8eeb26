request-title = Request { $number }
request-number = Number { $number }
request-since = Since { $date }
request-received = We have received it
request-working = We are working on it
request-yours = It is your turn
request-solved = Solved
request-talk = What was said
request-nothing = Nothing has been said here yet.
request-no-words = No words, only files.
request-you = You
request-by = { $name } from { $business }
request-answer = Write an answer
request-files = Files
request-send = Send
request-closed-hint = This was closed some time ago. If you write, it may go on as a new request.
request-offline = You are offline. What you have written is kept in this browser; send it when you are connected again.
request-too-many = That was many answers in a short time. Please wait a moment and send it again.
request-settle = This is solved, thank you
request-reopen = It is not solved after all
request-done-sent = Thank you, your answer has arrived.
request-done-solved = Thank you for telling us. You can open it again at any time.
request-done-open = We have opened it again and will get back to you.
request-place = Where you are
request-others = Your other requests
request-no-others = You have no others.
my-title = My requests
my-lead = Type the address that you write to us from. We mail you a link that lets you in.
my-email = E-mail
my-no-address = This is not a mail address.
my-ask = Mail me a link
my-sent-title = Look into your mail
my-sent-lead = If we know { $email }, a link is on its way there. It works once, within 15 minutes.
my-again = Try another address
my-old-title = This link is used or too old
my-old-lead = Type your address, and we mail you a new one.
my-in-title = Welcome back
my-in-lead = One more press, and you are in. So only you use the link up, and no program that reads your mail.
my-in = Show my requests
my-nothing = There is nothing here yet.
my-pages = Pages
my-first = Newest
my-more = Show older
my-data = Download what is mine (JSON)
my-out-everywhere = Sign out everywhere
entry-mail-subject = Your requests at { $business }
entry-mail-text =
    Here is the link to your requests at { $business }:

    { $link }

    It works once, within 15 minutes. If you did not ask for it, you need not do anything: nobody gets in without this mail.
forms-lead = Pages on which anybody can write to you. What is written there comes into the inbox like a mail.
forms-edit-lead = Each form has its own address, which you can link from your website.
forms-none = There is no contact form yet.
forms-new = New form
forms-change = Change form
forms-all = All forms
forms-closed = Closed
forms-remove = Remove
forms-remove-one = Remove { $name }
forms-removed = The form is removed. What was written by it stays.
forms-too-many = There is no room for another form. Remove one that is closed.
forms-close-first = Close the form first; then it can be removed.
forms-name = Name
forms-about = What stands above the form
forms-languages = In other languages
forms-open = Open to everybody
forms-open-why = Once it is closed, its page is gone. Nothing that was written is lost.
forms-questions = Questions
forms-questions-hint = Name, e-mail, subject, words and files are always there. Ask only for what you need.
forms-question = Question { $number }
forms-add = Add a question
forms-up = Move question { $number } up
forms-drop = Remove question { $number }
forms-label = What is asked
forms-kind = Answer
forms-kind-line = A few words
forms-kind-text = Several lines
forms-kind-number = A number
forms-kind-date = A day
forms-kind-choice = One of a list
forms-kind-tick = A tick
forms-choices = Choices, one on each line
forms-required = It must be answered
forms-no-name = Give the form a name in one language at least.
forms-no-label = Say what is asked in one language at least.
forms-choices-wrong = Offer two to fifty choices, equally many in each language.
forms-too-many-questions = A form asks twenty questions at most.
forms-too-long = That is too long.
forms-no-department = There is no such department.
contact-title = Write to us
contact-lead = What is it about?
contact-name = Your name
contact-about = What it is about
contact-words = How can we help?
contact-optional = (optional)
contact-choose = Choose …
contact-as = You write as { $who }.
contact-missing = Please answer this.
contact-no-number = This is not a number.
contact-no-date = This is not a day of the calendar.
contact-not-offered = This is not one of the choices.
contact-sent-title = Thank you, it has arrived
contact-sent-lead = We have mailed a link to the address that you gave. Press it, and we know that it was you; then you also see your request. We answer there by mail.
contact-again = Write something else
contact-wrong = { $count ->
    [one] One answer needs another look.
   *[other] { $count } answers need another look.
}
confirm-mail-subject = Was this you? Please confirm
confirm-mail-text =
    Somebody wrote to { $business } and gave this address. If it was you, confirm it here, and see your request:

    { $link }

    It works once, within one day. If it was not you, you need not do anything.
held-visits = Sign-ins to see requests
held-visit-peer = From
held-visit-browser = Browser
requests-lead = What customers see of their requests themselves.
requests-links = The link in mails
requests-on = Mails bear a link to the request
requests-on-why = Whoever has it sees what was sent to the customer, answers, adds files, and closes or reopens. It stands in mails to the customer alone, never in copies, and can be withdrawn on each conversation.
requests-off = No link
requests-off-why = Links that were sent before open nothing either.
requests-hue = Colour of these pages
requests-hue-hint = We choose how light and how full it is, so that everything stays readable by day and by night.
requests-typeface = Typeface of all pages
requests-typeface-hint = The desk and the customers’ pages. Inter looks the same everywhere, and is 48 kB more at the first visit.
typeface-system = The one of each reader’s device
typeface-inter = Inter
hue-ours = Pine, as it comes
hue-red = Red
hue-amber = Amber
hue-green = Green
hue-sea = Sea
hue-blue = Blue
hue-violet = Violet
hue-rose = Rose

logo-title = Logo
logo-picture = Picture
logo-other = Another picture
logo-hint = PNG, JPEG or WebP, at most 200 kB and 2,000 points to a side. It stands 32 points high, on light and on dark pages.
logo-shown = As it stands at the top of your customers’ pages.
logo-alone = Your business
logo-named = The name stands beside it
logo-named-why = Take this off if the picture holds the name.
logo-save = Save the logo
logo-remove = Take it away
logo-saved = The logo is saved. Your customers see it from now on.
logo-removed = The logo is gone. The first letter of the name stands in its place.
logo-nothing = No picture was chosen. Choose a file.
logo-heavy = This file is larger than 200 kB. Nothing was changed. Save the picture smaller and try again.
logo-unknown = This is no PNG, JPEG or WebP that can be read. Nothing was changed. Choose another file.
logo-large = This picture has more than 2,000 points to a side. Nothing was changed. Make it smaller and try again.
logo-stretched = This picture is more than eight times as long as it is wide. Nothing was changed. Cut it and try again.

request-done-opinion = Thank you for telling us.
opinion-title = Was it exactly what you wanted?
opinion-exactly-mine = Exactly
opinion-almost-mine = Almost: something was missing
opinion-no-mine = No
opinion-comment = What was missing, or what you would like to add
opinion-again = Please look at it again
opinion-again-why = With “No” we always do.
opinion-send = Send
opinion-change = Change it
opinion-unsaid = Choose one of the three.
contact-offer = Does this answer it?
contact-offer-why = These passages of our articles were found for your words. Nobody has read your message yet.
contact-offer-date = Version { $version }, { $date }
contact-offer-version = { $title } (version { $version }, { $date })
contact-offer-else = If not, send your message: it stands below as you wrote it.
contact-offer-send = No, send it
contact-offered = Shown before sending
join-mail-subject = Your link to the community of { $business }
join-mail-text =
    Here is the link with which you take part in the community of { $business }:

    { $link }

    It works once, within 15 minutes. If you did not ask for it, you need not do anything: nobody gets in without this mail.
my-community = Community
contact-tried = What you have tried
contact-tried-hint = A colleague reads it with your question. Change or remove it as you like.
