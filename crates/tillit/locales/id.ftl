# Demo: bilah tipis di atas setiap halaman memindahkan waktu usaha.

demo-name = Waktu demo
demo-pause = Jeda
demo-run = Jalankan waktu
demo-hour = +1 jam
demo-day = +1 hari
demo-next = Tenggat berikutnya

# Backups that come by themselves: a page of the settings, and the line above every page when they do not come.

backups-lead = Semua yang disimpan usaha Anda di sini, dalam satu berkas setiap hari. Setiap berkas dibaca ulang sebelum dianggap sah.
backups-nowhere = Tillit ini dijalankan tanpa folder cadangan, jadi tidak ada cadangan yang ditulis. Pengelola server dapat mengubahnya.
backups-when = Kapan, dan berapa yang disimpan
backups-daily = Tulis satu setiap hari
backups-daily-hint = Anda tetap dapat bekerja seperti biasa.
backups-days = Hari yang disimpan
backups-weeks = Minggu yang disimpan
backups-number-wrong = Bilangan bulat dari 1 sampai { $most }; minggu boleh 0.
backups-written = Yang sudah ditulis
backups-now = Tulis sekarang
backups-none = Belum ada cadangan yang ditulis.
backups-key = Berkas secret.key tidak pernah ikut dalam cadangan: simpan salinannya di tempat lain. Simpan juga salinan cadangannya di tempat lain.
backups-good = Utuh
backups-damaged = Ada berkas yang hilang
backups-holds = { $rows } baris, { $size }
backups-failed = Gagal
backups-saved = Tersimpan.
backups-begun = Cadangan sedang ditulis. Cadangan muncul di bawah setelah utuh.
backups-late = Belum ada cadangan yang baik sejak { $since }.
backups-late-open = Lihat sebabnya
