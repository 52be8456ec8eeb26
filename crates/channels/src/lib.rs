//! Channels: how messages travel between Tillit and the outside world.
//!
//! A channel turns an outside format into something `conversations` can take in, and carries out
//! what `conversations` wants to send. It never writes conversation tables by itself and knows no
//! rule of the desk. Start with [`email`].

pub mod email;
