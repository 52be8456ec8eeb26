settings-community = Community
community-title = Ask others
community-help = Help
community-lead = Questions and answers by customers, and by us.
community-ideas = Ideas
community-idea = An idea
community-question = A question
community-kind = What is it?
community-newest = Newest
community-bare = Without an answer
community-none = Nothing here yet.
community-parts = Parts
community-find = Find a question
community-find-go = Find
community-more = More
community-where = Where you are
community-me = My questions
community-join = Choose a name
community-name = Your name here
community-name-hint = Everybody can read it. It need not be your real name.
community-mine = What I have asked
community-mine-none = You have not asked anything yet.
community-leave = Leave
community-leave-lead = Your name goes. What you wrote stays, without it.
community-leave-go = Leave now
community-come-in = Sign in to take part
community-come-in-lead = We mail you a link. If you are new here, you are in once you have used it.
community-sign-in = Send me a link
community-own-question = Do you have a question yourself?
community-own-lead = Ask others. If nobody answers in time, we do.
community-ask = Ask a question
community-ask-lead = Say in a few words what it is about. Perhaps somebody has asked it before.
community-in-short = In short
community-in-full = Tell more
community-next = Next
community-alike = Like questions
community-alike-lead = Is your answer here already?
community-private-hint = Everybody can read this. Leave out order numbers, addresses and telephone numbers.
community-tags = Tags
community-tags-hint = Up to five, apart by commas.
community-publish = Publish
community-done-asked = Your question stands here now. We mail you when somebody answers.
community-done-answered = Thank you, your answer stands here now.
community-done-waits = Thank you. A colleague of ours looks at it first; then everybody sees it.
community-done-flagged = Thank you. A colleague of ours looks at it.
community-done-left = You have left. Thank you for taking part.
community-somebody = Somebody
community-expert = Expert
community-edited = changed
community-since = here since { $date }
community-waits = Waits for a look
community-hidden = Hidden
community-locked = Locked
community-solved = Solved
community-idea-new = New
community-idea-planned = Planned
community-idea-done = Done
community-idea-declined = Not planned
community-answer = Answer
community-accepted-one = The answer that helped
community-helped = Helped { $name }
community-accept = This helped
community-vote = Helpful
community-comment = Comment
community-edit = Change
community-flag = This should not stand here
community-flag-spam = Advertising
community-flag-rude = It hurts somebody
community-flag-private = It tells what is private
community-flag-wrong = It is wrong and could do harm
community-no-more = Nobody writes here any more.
community-your-answer = Your answer
community-answer-hint = Answer as you would a neighbour. Everybody can read it.
community-answer-go = Answer
community-tell-me = Mail me when somebody answers
community-follow = Follow
community-unfollow = Do not follow any more
community-no-name = Choose a name of two letters or more first.
community-name-taken = Somebody else is called so. Choose another name.
community-blocked = You cannot write here any more. Write to us if you think that this is wrong.
community-too-many = That was much in a short time. Wait a while and send it again.
community-no-title = Say in a few words what it is about.
community-no-text = Write something first.
community-too-long = That is too long.
community-closed = Nobody writes there any more.
community-own = Others decide that about what you wrote.
community-not-yours = Only whoever wrote it can do that.
community-too-old = That was too long ago to be changed.
community-no-reason = Say why it is not planned.
community-no-merge = It cannot become part of that one.
community-desk = What the community needs
community-queue = Waits for a look
community-queue-none = Nothing waits.
community-show = Show
community-show-it = Let it stand
community-hide-it = Hide it
community-block-it = Hide it and block its writer
community-block = Block
community-unblock = Let write again
community-is-blocked = Blocked
community-make-expert = Mark as expert
community-no-expert = Not an expert any more
community-conversation = The conversation that it became
community-as-us = Answer for everybody to read
community-lock = Lock
community-unlock = Unlock
community-merge = Merge
community-merge-into = Address of the other question
community-becomes = What becomes of it
community-because = Why
community-sign-trap = Filled in a field that people do not see
community-sign-hasty = Sent at once
community-sign-repeated = Said before
community-sign-links = Many links
community-sign-new-link = A link by somebody new
community-sign-loud = Nearly all capitals
community-sign-new = First things of somebody new
community-settings-lead = Where customers ask in public and answer each other. What is new is looked at first, and what nobody answers comes to you.
community-on = There is a community
community-on-why = Its pages are there for customers.
community-members-only = Only who is signed in may read
community-members-only-why = Without this anybody may, search engines too.
community-hours = Hours until an unanswered question comes to us
community-hours-hint = It becomes a conversation in the inbox. 0 for never.
community-by-the-clock = Count every hour
community-by-the-clock-why = Without this only hours in which you are open count.
community-first-wait = First writings of a member that you look at
community-first-wait-hint = Others see them once you let them stand.
community-new-an-hour = Writings an hour by somebody new
community-new-an-hour-hint = Until some of theirs have stood.
community-an-hour = Writings an hour by anybody else
community-an-hour-hint = More is asked to wait.
community-fell-note = Asked in the community, where nobody has answered yet: { $link }
community-mail-subject = Something new: { $title }
community-mail-decided-subject = What becomes of it: { $title }
held-community = What they wrote in the community
held-community-name = Name in the community
held-community-title = In short
held-community-text = Text
event-community-asked = Asked in the community
event-community-idea = Brought an idea to the community
event-community-answered = Answered in the community
event-community-accepted = Said which answer helped
event-community-flagged = Said that something should not stand in the community
event-community-shown = Let something stand in the community
event-community-hidden = Hid something in the community
event-community-locked = Locked a question in the community
event-community-unlocked = Unlocked a question in the community
event-community-merged = Merged two questions in the community
event-community-fell = A question in the community became a conversation
event-community-decided = Decided about an idea
community-answers = { $count ->
    [one] One answer
   *[other] { $count } answers
}
community-votes = { $count ->
    [one] vote
   *[other] votes
}
community-mail-text =
    Somebody wrote to what you follow at { $business }:

    { $title }
    { $link }

    You can stop following it on its page.
community-mail-decided-text =
    We have decided about an idea that you asked for or follow at { $business }:

    { $title }
    { $becomes }
    { $reason }

    { $link }
community-done-public = Thank you. It is public now, and we mail you when somebody answers.
community-done-private = Thank you. Nothing of it is public.
community-done-taken = It becomes a conversation within moments.
community-taken-note = Asked in the community: { $link }
community-take = Make a conversation of it
community-move = Move
community-join-sent = If { $email } is right, a link is on its way to it. It works once, within 15 minutes.
community-offer-title = Make a question of it
community-offer-back = Back to the conversation
community-offer-lead = Others may have the same question. Leave only what helps them. The customer reads it first and decides; nothing is public before.
community-offer-taken = Taken out
community-offer-hint = Read it once more: names of places and products that tell who it is go out, too.
community-offer-ask = Ask the customer by mail
community-offer-asked = The customer was asked already, or it is public.
community-offer-cannot = The customer cannot be asked by mail now: no address of theirs is proved, or a care flag holds. Ask them yourself.
community-offer-public = It is a question in the community.
community-offer-waits = The customer was asked and has not answered yet.
community-offer-declined = The customer did not want it. Ask again only if they want it now.
community-offer-may = May others read this?
community-offer-may-lead = You wrote this to { $business }, and others may have the same question. We took out what is personal. It becomes public only if you say so.
community-offer-named = Yes, under this name
community-offer-unnamed = Yes, without a name
community-offer-no = No, keep it private
community-offer-note = Its customer let it be a question in the community: { $link }
community-offer-mail-subject = May others read your question?
event-community-moved = Moved a question or an idea in the community
community-wanted-by = { $count ->
    [one] One customer wants it
   *[other] { $count } customers want it
}
community-offer-mail-text =
    You asked { $business } something that others may want to know, too:

    { $title }

    May we show it in our community, with what we answer there? We took out what is personal. Read it here and decide; until then nobody sees it:

    { $link }

    You can stop following it on its page.
search-community = In the community
    The link is good for 30 days. If you do nothing, it stays private.
event-community-expert = Marked a member as an expert in the community
event-community-expert-no-more = Took the mark of an expert from a member
event-community-blocked = Blocked a member in the community
event-community-unblocked = Let a member write in the community again
community-number-wrong = Write a whole number from { $least } to { $most }.
community-others-wrong = Others may write at least as much as the new.
