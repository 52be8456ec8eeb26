# The desk: inbox, conversation, composer, customer file, history.

## Sidebar and keys

sidebar-inbox = Kotak masuk
sidebar-customers = Pelanggan
sidebar-reports = Laporan
sidebar-write = Tulis
view-mine = Kotak masuk saya
view-unassigned = Belum ditugaskan
view-all = Semua yang terbuka
view-breaching = Segera terlambat
view-waiting = Menunggu pelanggan
view-unanswered = Menunggu kita
sidebar-lapses = Tenggat terlewat
view-snoozed = Ditunda
view-mentions = Sebutan
view-following = Diikuti
view-tagged = Label: { $tag }
view-department = Bagian
keys-move = Berpindah
keys-next = Berikutnya, sebelumnya
keys-open = Buka, kembali
keys-panes = Panel sebelumnya dan berikutnya
keys-copy = Salin nomor, dengan judul, dengan tautan
keys-palette = Pencarian dan perintah
keys-inbox = Ke kotak masuk
keys-customers = Ke daftar pelanggan
keys-reports = Ke laporan
keys-today = Ke hari ini
keys-answer = Menjawab
keys-reply = Balas
keys-note = Catatan internal
keys-send = Kirim
keys-send-close = Kirim dan tutup
keys-begin = Tulis kepada pelanggan
keys-undo = Batalkan kirim
keys-sort = Memilah
keys-select = Pilih
keys-select-to = Pilih sampai sini
keys-assign = Tugaskan
keys-tag = Beri label
keys-snooze = Tunda
keys-close = Tutup
keys-need = Catat kebutuhan
keys-help = Bantuan ini

## Search

search-title = Pencarian
search-label = Cari percakapan dan pelanggan
search-narrow = Persempit pencarian
search-is-open = Terbuka
search-is-waiting = Menunggu
search-is-closed = Ditutup
search-is-mine = Milik saya
search-is-unassigned = Tanpa pemilik
search-is-unread = Belum dibaca
search-is-followed = Diikuti
search-has-attachment = Dengan berkas
search-has-note = Dengan catatan
search-not-ready = Pesan lama masih disiapkan. Yang terbaru sudah dapat ditemukan.
search-instead = Hasilnya sedikit, jadi kata yang mirip juga dicari:
search-number = Percakapan #{ $number }
search-conversations = Percakapan
search-customers = Pelanggan
search-organisations = Organisasi
search-in-note = Catatan
search-nothing-title = Tidak ada yang ditemukan
search-nothing-body = Coba lebih sedikit kata, bentuk lain dari sebuah kata, atau lepaskan saringan.
search-tips = Yang dapat Anda ketik
search-tip-phrase = kata-kata ini berurutan
search-tip-without = tanpa kata ini
search-tip-people = siapa yang menulis, dan kepada siapa
search-tip-tag = percakapan dengan label ini
search-tip-is = keadaan percakapan, atau jenis pesan
search-tip-has = percakapan atau pesan yang memiliki sesuatu
search-tip-days = menurut tanggal; bulan atau tahun saja cukup
search-tip-number = percakapan dengan nomor ini

## Inbox

inbox-views = Tampilan
inbox-tags = Label
inbox-count-most = 1.000+
inbox-parts = Status
inbox-open = Terbuka
inbox-waiting = Menunggu
inbox-closed = Ditutup
inbox-due-first = Paling mendesak dulu
inbox-conversations = Percakapan
inbox-breaching = Segera terlambat
inbox-rest = Yang lain
inbox-select = Pilih { $who }
inbox-unread = Belum dibaca
inbox-draft = Draf
inbox-selection = Percakapan terpilih
inbox-selected = { $count ->
   *[other] { $n } dipilih
}
inbox-clear = Hapus pilihan
inbox-bulk-done = { $count ->
    [0] Tidak ada yang diubah.
   *[other] { $count } percakapan selesai.
}
step-undone = { $count ->
    [0] Tidak ada yang diurungkan.
   *[other] { $count } percakapan kembali seperti semula.
}
inbox-bulk-left = { $count ->
   *[other] { $count } dibiarkan seperti semula:
}
inbox-bulk-gone = Sudah tidak ada lagi.
several-more = Tulis kepada semuanya, dan lainnya
several-title = { $count ->
   *[other] { $count } percakapan terpilih
}
several-none = Tidak ada yang dipilih.
several-text = Satu teks untuk semuanya
several-variables = Diisi untuk masing-masing:
several-reply = Balas masing-masing
several-note = Tinggalkan catatan di masing-masing
several-macro = Makro
several-macro-use = Pakai di masing-masing
several-hand = Serahkan semuanya
several-into = Yang ini tetap
several-merge = Gabungkan yang lain ke dalamnya
inbox-held-one = 1 baru
inbox-held-other = {"{n}"} baru
inbox-empty-title = Semua sudah dijawab
inbox-empty-body = Tidak ada yang menunggu jawaban di sini.
inbox-nothing-title = Tidak ada apa-apa di sini
inbox-nothing-body = Saat ini tidak ada percakapan di sini.
inbox-see-all = Lihat semua yang terbuka
inbox-mailbox-title = Hubungkan kotak surat Anda
inbox-mailbox-body = Lalu email pelanggan Anda datang ke sini. Tidak ada yang dikirimi apa pun karenanya.
inbox-mailbox-go = Hubungkan kotak surat
inbox-further = Halaman berikutnya
peek-label = Pratinjau
peek-open = Buka
peek-before = { $count ->
   *[other] { $count } pesan sebelum ini
}
peek-reply = Balas { $who }

## Chips

chip-due = Batas balasan:
chip-became-late = Balasan untuk { $who } terlambat.
chip-language = Bahasa
channel-email = email
state-new = Baru
state-open = Terbuka
state-waiting-customer = Menunggu pelanggan
state-waiting-others = Menunggu pihak lain
state-solved = Selesai
state-closed = Ditutup

## Conversation

conversation-no-subject = (tanpa subjek)
conversation-back = Kembali ke daftar
conversation-more = Lainnya
copy-number = Salin nomor
copy-hint = Salin nomor: . dengan judul: .. dengan tautan: ...
copy-title = Salin nomor dan judul
copy-link = Salin nomor, judul, dan tautan
conversation-withdraw-link = Cabut tautan pelanggan
copy-done = Disalin:
conversation-assign = Tugaskan
conversation-assign-to = Tugaskan kepada
conversation-tag = Label
tags-field = Label, dipisahkan koma
tags-add = Pasang
tags-remove = Lepas
tags-on-it = Terpasang
tags-often = Sering dipakai
tags-take-off = Lepas { $tag }
snooze-title = Tunda
snooze-wake = Bangunkan
snooze-later-today = Nanti hari ini
snooze-tomorrow = Besok
snooze-next-week = Minggu depan
snooze-until-reply = Sampai seseorang menulis
snooze-until-reply-of = Sampai { $who } menulis
snooze-at = Waktu lain
snooze-until-then = Tunda sampai saat itu
snooze-back-before-due = Balasan jatuh tempo { $when }. Percakapan kembali paling lambat satu jam sebelumnya; tidak ada jam yang berhenti.
snooze-due-anyway = Balasan jatuh tempo { $when }. Tidak ada jam yang berhenti karenanya.
snooze-was-due = Balasan sudah jatuh tempo { $when }. Tidak ada jam yang berhenti karenanya.
snoozed-until = Ditunda sampai { $when }
snoozed-until-reply = Ditunda sampai seseorang menulis
follow-title = Pengikut
follow-start = Ikuti
follow-stop = Berhenti mengikuti
mention-colleague = Sebut rekan
presence-looking = { $name } sedang membaca
presence-noting = { $name } sedang menulis catatan
presence-replying = { $name } sedang menulis balasan
presence-writing = { $name } sedang menulis
link-title = Percakapan tertaut
link-add = Tautkan percakapan
link-number = Nomor percakapan lain
link-kind = Yang lain adalah
link-related = Terkait
link-parent = Induk
link-child = Bagian
link-remove = Hapus tautan dengan #{ $number }
spent-title = Waktu terpakai
spent-add = Catat waktu
spent-hours = { $hours } jam { $minutes } mnt
spent-last = Terakhir Anda mencatat { $time }.
checklist-title = Daftar periksa
checklist-count = { $done }/{ $all }
checklist-add = Tambahkan yang harus dikerjakan
checklist-tick = Centang: { $item }
checklist-untick = Ternyata belum: { $item }
checklist-up = Naikkan: { $item }
checklist-down = Turunkan: { $item }
checklist-remove = Hapus dari daftar: { $item }
checklist-open = Yang masih harus dikerjakan:
contact-log = Catat panggilan telepon atau kunjungan
contact-call-out = Menelepon { $who }
contact-call-out-missed = Menelepon { $who }, tidak terhubung
contact-call-in = Telepon dari { $who }
contact-call-in-missed = Telepon tak terjawab dari { $who }
contact-visit-out = Kunjungan ke { $who }
contact-visit-out-missed = Kunjungan ke { $who }, tidak ada orang
contact-visit-in = Kunjungan dari { $who }
contact-visit-in-missed = Kunjungan dari { $who }, tidak ada yang menemui
contact-minutes = { $n } mnt
contact-way = Caranya
contact-phone = Lewat telepon
contact-visit = Kunjungan
contact-direction = Siapa ke siapa
contact-out = Kita kepada mereka
contact-in = Mereka kepada kita
contact-spoke = Kami berbicara
contact-at = Kapan
contact-how-long = Menit
contact-with = Dengan siapa
contact-said = Apa yang dibicarakan
contact-then = Setelah itu statusnya
contact-then-hint = Pembicaraan setelah email terakhir pelanggan dianggap menjawabnya: waktu berhenti. Percobaan yang tidak terhubung tidak mengubah apa pun.
contact-belongs = Percakapan
contact-new = Yang baru
contact-subject = Tentang apa
contact-subject-hint = Untuk percakapan baru.
note-edit = Ubah catatan
note-edited = Diubah
note-edit-kept = Isi yang sekarang tetap disimpan; Anda dan administrator dapat melihatnya.
note-before = Isi sebelumnya
note-until = Sampai
redact-title = Hapus kata-kata
redact-words = Kata yang dihapus
redact-words-hint = Satu potongan per baris, seperti tertulis di atas, masing-masing hingga { $most } karakter.
redact-more = Apa lagi yang dihapus
redact-file = Berkas { $name }
redact-whole = Semua isinya, dengan berkasnya
redact-why = Alasan
redact-why-hint = Alasan ini tetap ada dalam riwayat.
redact-for-good = Ini untuk selamanya: kata-katanya juga hilang dari email aslinya, dari pencarian, dan dari riwayat. Tidak ada yang dapat mengembalikannya.
redact-do = Hapus selamanya
redact-was = Ada kata yang dihapus dari pesan ini
cards-found = Ada nomor kartu dalam percakapan ini.
cards-mask = Sisakan empat angka terakhir
link-children-open = Bagian dari percakapan ini masih terbuka:
close-anyway = Tetap tutup
conversation-nobody = Tidak ada
conversation-department = Bagian
conversation-department-none = Tanpa bagian
conversation-close = Tutup
conversation-reopen = Buka lagi
conversation-state = Status
close-reason = Mengapa ditutup tanpa balasan?
close-reason-why = Belum ada yang menjawab sejak pelanggan terakhir menulis. Alasannya disimpan dalam riwayat.
fields-first = Isi ini dulu
fields-go-on = Simpan dan lanjutkan
thread-label = Percakapan
thread-quoted = Tampilkan teks kutipan
thread-signature = Tampilkan tanda tangan
thread-goes-on = Lanjutan dari percakapan sebelumnya
thread-events = { $count ->
   *[other] { $count } kejadian
}

## Messages

message-from = Pesan dari { $who }
message-reply-from = Balasan dari { $who }
message-forward-from = Diteruskan oleh { $who }
message-note-from = Catatan internal dari { $who }
message-note = Catatan internal
message-note-private = Hanya tim Anda yang melihat ini
message-to = kepada { $address }
message-cc = tembusan kepada { $address }
message-bcc = tembusan tersembunyi kepada { $address }
message-forwarded-to = Diteruskan kepada { $address }
message-forwarded-what = Pesan yang diteruskan
message-original = Email asli
message-show-original = Tampilkan aslinya
message-original-of = Email asli dari { $who }
message-cut = Email ini sangat panjang; ini awalnya. Email asli memuat semuanya.
receipt-body =
    Halo,

    Terima kasih sudah menulis kepada kami. Pesan Anda sudah sampai dengan baik, dan salah seorang dari kami akan membacanya.

    Anda akan mendapat jawaban dari seseorang { $when }.

    Jika ada yang ingin ditambahkan, cukup balas email ini.
receipt-body-plain =
    Halo,

    Pesan Anda sudah sampai. Salah seorang dari kami membacanya, dan Anda akan mendapat jawaban dari seseorang { $when }.

    Jika ada yang ingin ditambahkan, cukup balas email ini.
receipt-when-elsewhere = { $when } (waktu { $place })
receipt-label = Tanda terima
receipt-line = Tanda terima dikirim otomatis ke { $to }
receipt-show = Isinya
message-table = Tabel
pictures-blocked = { $count ->
   *[other] { $count } gambar ada di komputer lain. Mengambilnya dapat memberi tahu pengirim bahwa email ini sudah dibaca.
}
pictures-show = Tampilkan gambar
pictures-tracker = Email ini mencoba memberi tahu pengirimnya kapan dibaca. Itu sudah dicegah.
picture-not-shown = Gambar yang tidak ditampilkan
picture-open = Buka gambar { $name }
why-title = Mengapa di sini?
why-back = Kembali ke percakapan
why-placing = Mengapa pesan ini ada di percakapan ini
why-nothing-kept = Tidak ada yang perlu diputuskan: pesan ini ditulis di sini.
why-joins = Pesan ini masuk percakapan { $number }: { $evidence }.
why-joins-new-here = Pesan ini masuk percakapan { $number }: { $evidence }. Pengirimnya baru di sini dan tidak dikirimi apa pun sampai ada yang mengizinkan.
why-continues-closed = Percakapan { $number } sudah ditutup, jadi percakapan baru melanjutkannya: { $evidence }.
why-links-another = Pesan ini juga menunjuk ke percakapan { $number }: { $evidence }. Keduanya tidak digabungkan.
why-sender-takes-no-part = Pesan ini menunjuk ke percakapan { $number }: { $evidence }. Pengirimnya tidak ikut serta di sana, jadi tidak masuk.
why-sender-blocked = Pengirimnya diblokir: pesan disimpan dan langsung ditutup, dan tidak ada yang menjawab.
why-sender-removed = Pesan ini menunjuk ke percakapan { $number }: { $evidence }. Pengirimnya sudah dikeluarkan dari sana, jadi tidak masuk.
why-forged-id = Pesan ini menjawab id yang mirip milik kita tetapi bukan: { $id }. Itu tidak dihitung.
why-deleted-conversation = Ini membalas #{ $number }, yang sudah dihapus rekan. Percakapan itu tetap terhapus, jadi yang baru dimulai.
why-nothing-points-here = Tidak ada di dalamnya yang menunjuk ke percakapan yang diikuti pengirimnya, jadi pesan ini memulai percakapan baru.
why-unproved-staff = Pesan ini memakai nama rekan, { $address }, tanpa bukti. Pesan ini tidak berkuasa.
notice-mail-above = Tulis di atas baris ini: jawaban Anda menjadi catatan yang hanya dilihat rekan. Pelanggan tidak menerima apa pun.
why-noted-by-mail = Seorang rekan, { $address }, menjawab pemberitahuan lewat surel, jadi ini menjadi catatan.
why-notice-not-theirs = Ini dikirim ke alamat jawaban sebuah pemberitahuan yang bukan untuk { $address }. Tidak menjadi catatan.
why-notice-unproved = Ini menjawab pemberitahuan, tetapi tidak ada bukti bahwa ini dari { $address }. Tidak menjadi catatan.
why-notice-over = Ini menjawab pemberitahuan untuk { $address } yang tidak bisa lagi dijawab lewat surel. Tidak menjadi catatan.
why-copied-take-part = Pengirimnya terbukti, jadi { $who } ikut serta mulai sekarang.
why-copied-not-added = Email ini disalin ke { $count } orang lagi yang tidak ikut serta: tidak ada yang membuktikan pengirimnya, atau mereka terlalu banyak.
why-bounce = Email ini menyatakan bahwa pesan kita tidak sampai ke { $who }.
why-bounce-unknown = Email ini menyatakan bahwa suatu email tidak sampai, tetapi tidak menyebut yang mana, jadi tidak ada yang berubah.
why-receipt-goes = Pengirimnya mendapat tanda terima bahwa seseorang akan menjawab sebelum { $until }.
why-no-receipt-by-machine = Tanpa tanda terima: ditulis oleh mesin, atau tidak dapat dibaca.
why-no-receipt-old = Tanpa tanda terima: email ini tidak baru saja tiba.
why-no-receipt-from-us = Tanpa tanda terima: atas nama kita sendiri atau seorang rekan.
why-no-receipt-declined = Tanpa tanda terima: meminta agar tidak dijawab mesin, atau tidak ada yang akan membacanya.
why-no-receipt-unreachable = Tanpa tanda terima: tidak ada alamat untuk dijawab.
why-no-receipt-unproved = Tanpa tanda terima: tidak ada yang membuktikan pengirimnya, dan tanda terima tidak boleh sampai ke orang yang tidak pernah menulis.
why-no-receipt-off = Tanpa tanda terima: dimatikan.
why-no-receipt-capped = Tanpa tanda terima: sudah { $count } dikirim ke alamat ini dalam satu jam.
why-evidence-reply-address = dikirim ke alamat yang kita tandatangani untuknya
why-evidence-our-message = menjawab pesan dari kita
why-evidence-foreign-message = menjawab pesan yang masuk sebelumnya
why-evidence-shared-reference = termasuk rangkaian email yang sama
why-evidence-subject-tag = subjeknya memuat nomornya
why-facts = Bagaimana pesan ini datang
why-from = Dari
why-to = Kepada
why-cc = Tembusan
why-came = Datang
why-way = Lewat
why-way-listener = penerima email kita
why-way-pipe = pipa server email
why-way-import = arsip yang diimpor
why-way-imap = kotak surat yang kita baca
why-way-request = halaman permintaan
why-mailbox = Kotak surat
why-copies = Salinan
why-copies-times =
    { $count ->
       *[other] datang { $count } kali
    }
why-envelope-from = Pengirim amplop
why-envelope-to = Penerima amplop
why-language = Bahasa
why-automatic = Ditulis mesin
why-unreadable = Tidak dapat dibaca
why-warnings = Perlu diperhatikan
message-unreadable = Email ini tidak dapat dibaca. Aslinya disimpan dan dapat diunduh.
proof-proved = Pengirim terbukti dengan { $by } ({ $domain })
proof-link = Ditulis di halaman permintaan
proof-unproved = Pengirim belum terbukti
proof-form = Ditulis di halaman: alamat ini belum dipastikan siapa pun
proof-failed = Bukan dari { $domain }: { $by } gagal
new-here = { $who } baru di sini. Ia tidak mendapat balasan dan tidak melihat apa pun sampai Anda mengizinkannya ikut.
new-here-let-in = Izinkan ikut
new-here-split = Jadikan percakapan sendiri
people-title = Juga ikut serta
people-take-out = Keluarkan
people-let-in = Izinkan masuk
merge-offer = Sebuah pesan termasuk di sini dan juga di percakapan lain:
merge-into = Gabungkan ke #{ $number }
merge-leave = Biarkan terpisah
merge-done = #{ $number } kini bagian dari percakapan ini.
merge-undo = Pisahkan lagi
merge-title = Gabungkan ke yang lain
merge-number = Nomor percakapan lain
merge-do = Gabungkan
merge-look-title = Jika dibaca sebagai satu
merge-joins = Menjadi bagiannya
merge-others = { $names } ikut serta dalam #{ $number } mulai saat itu: yang mereka tulis masuk ke sana.
merge-comes = Semuanya ikut: pesan, label, pengikut, daftar periksa, janji, dan waktu kerja. Nomor lama mengarah ke #{ $number }, begitu juga email berikutnya. Masih bisa dipisahkan lagi sampai ada hal baru di sana.
merge-order = Urutan yang telah dikatakan
merge-order-newest = { $count ->
   *[other] { $count } pesan terbaru:
}
unreadable-empty = Isinya kosong.
unreadable-no-header = Ini tidak tampak seperti email.
unreadable-header = Kepala suratnya terlalu besar atau terlalu rumit untuk dibaca dengan aman.
unreadable-parts = Bagian di dalam bagiannya terlalu banyak untuk dibaca dengan aman.
unreadable-other = Alasan: { $why }
automatic-answer = Mesin yang menjawab. Tidak ada yang menunggu balasan untuk ini.
automatic-bulk = Ini dikirim ke banyak orang sekaligus.
automatic-list = Ini datang lewat milis.
automatic-report = Server email melaporkan sesuatu tentang email kita.
automatic-system = Sistem email yang menulis ini.
automatic-other = Mesin yang menulis ini.
warning-unproved-staff = Pengirim memakai alamat rekan kerja, tetapi tidak ada bukti bahwa itu orangnya.
warning-name-holds-address = Nama pengirim memuat alamat email lain. Lihat alamatnya, bukan namanya.
warning-no-sender = Email ini tidak menyebut pengirimnya.
warning-several-senders = Email ini menyebut beberapa pengirim. Di sini hanya yang pertama yang dihitung.
warning-text-cut = Teksnya terlalu panjang dan dipotong di sini. Email asli memuat semuanya.
warning-nul-removed = Karakter yang tidak dapat dibaca telah dihapus.
warning-receipt-capped = Begitu banyak tanda terima dikirim ke alamat ini dalam satu jam sehingga untuk sementara dihentikan. Jika sebuah mesin menjawab semuanya, kini sudah tenang.
message-encrypted = Terenkripsi
message-encrypted-why = Kita tidak dapat membacanya di sini; berkasnya disimpan.
message-signed = Ditandatangani
message-signed-why = Tidak ada yang memeriksa tanda tangannya.
invite-label = Pertemuan
invite-untitled = Pertemuan
invite-invited = Undangan
invite-cancelled = Dibatalkan
invite-accepted = Diterima
invite-declined = Ditolak
invite-perhaps = Mungkin
invite-told = Acara
invite-when = Kapan
invite-where = Di mana
invite-by = Dari
invite-who = Siapa
invite-repeats = Ini berulang.
invite-no-zone = zona waktu tidak disebutkan
invite-from-to = { $from } sampai { $to }
invite-more = { $count ->
   *[other] dan { $count } lagi
}
forwarded-offer = { $by } meneruskan email yang ditulis { $writer }. Anda sedang menjawab { $by }.
forwarded-turned = Anda sedang menjawab { $writer }, penulis email yang diteruskan { $by }.
forwarded-unproved = Alamat ini hanya ada dalam teks yang diteruskan; belum ada yang membuktikannya.
forwarded-answer = Jawab { $name } saja
warning-name-of-colleague = Pengirim memakai nama rekan kerja, tetapi menulis dari alamat lain.
warning-hidden-characters = Karakter yang tidak terlihat dihapus dari nama atau alamat pengirim.
warning-foreign-letters = Alamat ini ditulis dengan huruf asing yang bisa mirip huruf lain. Baca dua kali.
warning-other = Ada yang tidak biasa pada email ini: { $what }
delivery-waiting = Segera dikirim
delivery-again = Akan dicoba lagi
delivery-sending = Sedang dikirim
delivery-sent = Terkirim
delivery-failed = Tidak sampai
delivery-bounced = Kembali
delivery-bounced-title = Tidak dapat dikirim ke { $who }.
delivery-scheduled = Akan dikirim
delivery-held = Ditahan
delivery-failed-title = Balasan ini tidak sampai.
delivery-failed-body = Teksnya aman. Lihat alasannya, lalu coba lagi.
delivery-words = Server penerima mengatakan:
waiting-title = Balasan ini menunggu waktunya.
waiting-body = Balasan ini terkirim sendiri, kecuali pelanggan menulis lebih dulu.
waiting-held-wrote = { $who } menulis setelah ini: lihat dulu.
waiting-held-closed = Percakapan ditutup sebelum ini terkirim: lihat dulu.
waiting-held-merged = Tidak dikirim: percakapannya menjadi bagian dari percakapan pelanggan lain. Periksa siapa yang menerimanya sebelum Anda mengirim.
waiting-edit = Ubah
waiting-cancel = Batalkan balasan
waiting-send-now = Kirim sekarang
waiting-send-anyway = Kirim saja

## Composer

composer-kind = Jenis
composer-reply = Balas
composer-note = Catatan
composer-to = kepada { $address }
composer-reply-label = Balasan untuk { $who }
composer-note-label = Catatan internal tentang { $who }
composer-forward = Teruskan
composer-forward-label = Apa yang Anda katakan tentang pesan { $who }
composer-forward-to = Teruskan kepada
composer-forward-send = Teruskan
composer-original = Pesan yang diteruskan
composer-along = Berkas yang ikut terkirim
composer-field-to = Kepada
composer-field-cc = Tembusan
composer-field-bcc = Tembusan tersembunyi
composer-fields-hint = Beberapa alamat dipisahkan dengan koma.
composer-and-copies = dan tembusan
composer-reply-all =
    { $count ->
       *[other] Balas ke semua ({ $count } lagi)
    }
composer-bad-address = “{ $address }” bukan alamat email yang lengkap.
composer-files = Berkas yang dikirim
composer-remove = Hapus berkas
composer-attach = Lampirkan berkas
composer-saved = Disimpan sebagai draf
composer-failing = Email ke { $address } kembali. Periksa alamatnya sebelum menulis ke sana lagi.
composer-send-wait = Kirim dan tunggu
composer-send-more = Cara kirim lainnya
composer-send-open = Kirim dan biarkan terbuka
composer-send-close = Kirim dan tutup
composer-later = Kirim nanti
composer-later-tomorrow = Besok { $time }
composer-later-at = Waktu lain ({ $zone })
composer-later-send = Kirim pada waktu ini
composer-signature = Tanda tangan Anda
composer-discard = Buang
composer-save-note = Simpan catatan

macros-use = Pakai makro ( / di awal baris)
macros-find = Cari makro
macros-nothing = Tidak ada makro bernama begitu.
macros-none-here = Belum ada makro yang cocok di sini.
macros-also = Sekaligus
macros-only-do = Lakukan tanpa pesan
macros-put-in = Makro { $name } sudah masuk ke teks.
macros-fallback = Makro ini tidak punya teks dalam { $missing }. Yang tertulis di sini { $language }.
macros-send = Kirim dan lakukan yang dicentang
macros-unknown = yang sudah tidak ada
macros-does-state = Status: { $state }
macros-does-me = Serahkan ke saya
macros-does-take = Serahkan ke yang memakainya
macros-does-nobody = Tidak diserahkan ke siapa pun
macros-does-assign = Serahkan ke { $name }
macros-does-department = Bagian: { $name }
macros-does-no-department = Tanpa bagian
macros-does-tag = Label: { $tag }
macros-does-untag = Lepas label { $tag }
macros-does-checklist = { $count ->
   *[other] Daftar periksa: { $count } hal
}
macros-does-snooze = { $count ->
    [one] Tunda satu hari
   *[other] Tunda { $count } hari
}

begin-title = Tulis kepada pelanggan
begin-lead = Ini memulai percakapan. Tidak ada balasan yang ditunggu sampai pelanggan menulis kembali.
begin-copies = Tembusan
begin-subject = Subjek
begin-body = Teks
begin-from = Dikirim dari
begin-send = Kirim
undo-sending = { $count ->
   *[other] Dikirim ke { $who } dalam { $n } detik
}

## Customer file

file-label = Berkas pelanggan
file-language = Bahasa
file-since = Pelanggan sejak
file-addresses = Alamat
file-conversations = Percakapan terakhir
timeline-title = Linimasa { $name }
timeline-show = Tampilkan
timeline-all = Semua
timeline-conversations = Percakapan
timeline-messages = Pesan
timeline-notes = Catatan
timeline-file = Berkas
timeline-none = Belum ada apa-apa.
timeline-began = Percakapan #{ $number } dimulai
timeline-wrote = { $name } menulis
timeline-replied = { $name } membalas
timeline-forwarded = { $name } meneruskannya
timeline-noted = { $name } mencatat
timeline-contact = { $name } mencatat panggilan atau kunjungan
file-first = Ini percakapan pertama.

## History

event-opened = Diterima lewat email
event-opened-linked = Diterima lewat email, lanjutan dari percakapan yang sudah ditutup
event-message-received = { $from } menulis
event-reply-sent = { $by } membalas
event-begun = { $by } menulis lebih dulu
event-forwarded = { $by } meneruskan pesan kepada { $to }
event-reply-scheduled = { $by } menulis balasan yang dikirim nanti
event-reply-held-wrote = Balasan yang menunggu ditahan karena ada yang masuk
event-reply-held-closed = Balasan yang menunggu ditahan karena percakapan sudah ditutup
event-reply-held-merged = Balasan yang menunggu ditahan, karena percakapannya menjadi bagian dari percakapan pelanggan lain
event-reply-cancelled = { $by } membatalkan balasan yang menunggu
event-reply-undone = Sebuah balasan ditarik sebelum terkirim
event-receipt-sent = Tanda terima dikirim ke { $to }
event-answered-from-articles = Artikel dikirim otomatis ke { $to }: { $titles }
event-receipts-capped = Untuk sementara tidak ada tanda terima lagi ke { $who }, karena sudah terlalu banyak
event-delivery-sent = Terkirim. { $words }
event-delivery-failed = Tidak sampai. { $words }
event-delivery-bounced = Kembali. { $words }
event-delivery-changed = Dalam perjalanan. { $words }
event-note-added = { $by } menambah catatan
event-taken = { $name } mengambilnya
event-assigned = Diberikan kepada { $name }
event-assigned-away = Diberikan kepada { $name }, karena { $owner } tidak masuk
event-unassigned-away = Dikembalikan tanpa penanggung jawab, karena { $owner } tidak masuk
event-assigned-away-full = Diberikan kepada { $name }, karena { $owner } tidak masuk dan { $deputy } sudah penuh
event-unassigned-away-full = Dikembalikan tanpa penanggung jawab, karena { $owner } tidak masuk dan { $deputy } sudah penuh
event-assigned-full = Diberikan kepada { $name }, karena { $owner } sudah penuh
event-unassigned-full = Dikembalikan tanpa penanggung jawab, karena { $owner } sudah penuh
event-assigned-turn = Diberikan kepada { $name } sesuai giliran
event-recurred = Mulai dengan sendirinya karena berulang
event-recurring-made = Mulai sekarang berulang: { $name }
event-recurring-changed = Yang berulang diubah: { $name }
event-recurring-removed = Tidak berulang lagi: { $name }

settings-turns = Giliran
turns-lead = Percakapan baru otomatis jatuh kepada yang mendapat giliran, atau menunggu sampai ada yang mengambil. Diatur per bagian.
turns-on = Aktifkan
turns-on-one = Aktifkan: { $name }
turns-off = Matikan
turns-off-one = Matikan: { $name }
turns-are-on = Bergiliran
turns-off-why = Mati: yang baru menunggu di kotak masuk sampai ada yang mengambil.
turns-next = Berikutnya { $name }.
turns-nobody = Saat ini tidak ada yang dapat mengambil giliran. Yang baru menunggu di kotak masuk.
turns-line-of = Urutan giliran: { $name }
turns-who = Siapa
turns-open = Terbuka
turns-open-of = { $n } dari { $cap }
turns-part = Jam kerja
turns-last = Giliran terakhir
turns-never = Belum ada
turns-stands = Urutan
turns-is-next = Berikutnya
turns-place = Nomor { $n }
turns-full = Sudah penuh
turns-unable = Tidak menjawab pelanggan

settings-recurring = Berulang
recurring-lead = Percakapan yang mulai dengan sendirinya, lagi dan lagi: stok yang dihitung, perjanjian yang diperpanjang, pelanggan yang ditelepon.
recurring-new = Percakapan berulang baru
recurring-change = Percakapan berulang
recurring-none = Belum ada yang berulang.
recurring-none-why = Catat sekali apa yang kembali setiap minggu, bulan, atau tahun; lalu ia mulai dengan sendirinya, dengan teks, label, dan daftar periksanya.
recurring-end-one = Akhiri: { $name }
recurring-next = Berikutnya { $day }
recurring-off = Mati
recurring-made = { $count ->
   *[other] Sudah mulai { $count } kali
}
recurring-subject = Subjek
recurring-customer = Pelanggan
recurring-customer-hint = Alamat, nomor telepon, atau alamat berkasnya. Kosong: urusan usaha sendiri.
recurring-beginning = Teksnya adalah
recurring-note = Catatan untuk rekan
recurring-note-why = Pelanggan tidak menerima apa pun.
recurring-message = Surel kepada pelanggan
recurring-message-why = Atas nama penanggung jawabnya. Jika tidak dapat dikirim, menjadi catatan.
recurring-body = Teks
recurring-tags = Label
recurring-tags-hint = Pisahkan dengan koma.
recurring-owner = Penanggung jawab
recurring-checklist = Daftar periksa
recurring-checklist-hint = Dari makro yang memilikinya.
recurring-checklist-none = Tidak ada
recurring-every = Seberapa sering
recurring-day = Setiap hari
recurring-week = Setiap minggu pada
recurring-month = Setiap bulan tanggal
recurring-year = Setiap tahun pada
recurring-week-on = Setiap minggu: { $days }
recurring-month-on = Setiap bulan: tanggal { $day }
recurring-year-on = Setiap tahun: { $day } { $month }
recurring-month-day = Tanggal
recurring-year-month = Bulan
recurring-short-months = Jika bulannya lebih pendek, hari terakhirnya yang berlaku.
recurring-at = Pukul
recurring-at-hint = Menurut zona waktu usaha.
recurring-wrong-time = Isi waktu seperti 08:00.
recurring-wrong-customer = Tidak ada yang dikenal dengan ini, atau lebih dari satu.
recurring-closed = Jika usaha tutup hari itu
recurring-closed-hint = Menurut jam buka dan hari libur.
recurring-closed-next = Hari buka berikutnya
recurring-closed-previous = Hari buka sebelumnya
recurring-closed-leave = Tetap hari itu
recurring-on = Mulai dengan sendirinya
recurring-on-why = Mati: disimpan dan menunggu.
recurring-days = Hari-hari berikutnya
recurring-look = Tampilkan harinya
recurring-no-days = Tidak ada hari: periksa seberapa seringnya.
event-customer-changed = Pelanggannya sekarang { $name }
event-unassigned = Tidak diberikan kepada siapa pun
event-handed-to = Diserahkan kepada { $name }
event-handed-to-none = Tidak lagi termasuk bagian mana pun
event-state-new = Menjadi baru
event-state-open = Menjadi terbuka
event-state-waiting-customer = Menunggu pelanggan
event-state-waiting-others = Menunggu pihak lain
event-state-solved = Selesai
event-state-closed = Ditutup
event-breached-first = Balasan pertama terlambat
event-breached-next = Balasan terlambat
event-breached-resolution = Penyelesaian terlambat
event-service-usual = Mengikuti waktu balasan biasa
event-service-chosen = Mengikuti aturan layanan { $name }
event-near-first = Balasan pertama segera jatuh tempo
event-near-next = Balasan segera jatuh tempo
event-near-resolution = Penyelesaian segera jatuh tempo
event-takes-part = { $who } ikut serta
event-new-here = { $who } baru di sini
event-taken-out = { $who } tidak ikut lagi
event-split = Sebuah pesan menjadi #{ $number }
event-merged-into = Menjadi bagian dari #{ $number }
event-took-in = #{ $number } menjadi bagian dari ini
event-came-along = Yang menunggu atau setengah ditulis di #{ $number } ikut pindah
event-taken-apart = Dipisahkan lagi dari #{ $number }
event-merge-offered = Mungkin bagian dari #{ $number }
event-read = Dibaca
event-undone-owner = { $by } mengurungkan pergantian penanggung jawab
event-undone-department = { $by } mengurungkan pergantian bagian
event-undone-state = { $by } mengurungkan perubahan status
event-undone-tags = { $by } mengurungkan perubahan label
event-undone-snooze = { $by } mengurungkan penundaan atau pengembaliannya
event-undone-macro = { $by } mengurungkan tindakan makro
event-deleted = { $by } menghapusnya
event-restored = { $by } mengembalikannya
event-erased = { $by } menghapus #{ $number } selamanya
event-erased-by-time = #{ $number } hilang selamanya karena waktunya habis
event-undone-delete = { $by } mengurungkan penghapusan
event-followed = { $by } mengikutinya
event-unfollowed = { $by } tidak lagi mengikutinya
event-sender-proved = Pelanggan memastikan alamat itu miliknya
event-mentioned = Rekan disebut
event-link-withdrawn = { $by } mencabut tautan pelanggan
event-linked-related = Ditautkan dengan #{ $number }
event-linked-parent = Kini bagian dari #{ $number }
event-linked-child = #{ $number } kini bagian dari ini
event-unlinked = Tidak lagi tertaut dengan #{ $number }
event-time-spent = { $by } memakai { $n } mnt
event-time-taken-back = { $by } menarik kembali { $n } mnt
event-items-added = Harus dikerjakan: { $items }
event-item-done = Selesai: { $item }
event-item-undone = Ternyata belum: { $item }
event-item-removed = Dihapus dari daftar periksa: { $item }
event-item-moved = Dipindahkan di daftar periksa: { $item }
event-call-logged = { $by } mencatat panggilan
event-visit-logged = { $by } mencatat kunjungan
event-note-edited = { $by } mengubah catatan
event-redacted = { $by } menghapus kata dari sebuah pesan
event-cards-masked = { $by } menyamarkan nomor kartu
event-snoozed-until = Ditunda sampai nanti
event-snoozed-reply = Ditunda sampai seseorang menulis
event-woken-time = Kembali dengan sendirinya
event-woken-message = Kembali karena ada yang masuk
event-woken-colleague = Dikembalikan dengan tangan
event-tagged = Diberi label { $tags }
event-untagged = Tidak lagi berlabel { $tags }
event-tag-made = Label { $name } dibuat
event-tag-changed = Label { $from } kini bernama { $to }
event-tag-merged = Label { $name } menjadi bagian dari { $into }
event-tag-removed = Label { $name } dihapus
event-macro-applied = Memakai makro { $macro }
event-macro-made = Makro { $name } dibuat
event-macro-changed = Makro { $name } diubah
event-macro-removed = Makro { $name } dihapus
event-macro-restored = Makro { $name } dikembalikan
event-view-made = Tampilan { $name } dibuat
event-view-changed = Tampilan { $name } diubah
event-view-removed = Tampilan { $name } dihapus
event-view-restored = Tampilan { $name } kembali
event-pictures-shown = Gambar dari tempat lain ditampilkan
event-by-former = mantan rekan kerja
event-by-rule = sebuah aturan

## What stands in the way

refusal-empty = Belum ada teks di sini.
refusal-too-long = Teksnya lebih panjang dari batas email. Persingkat atau lampirkan sebagai berkas.
refusal-reason-needed = Belum ada yang menjawab sejak pelanggan terakhir menulis. Beri alasan untuk menutupnya.
refusal-already-closed = Ini sudah ditutup.
refusal-already-open = Ini sudah terbuka.
refusal-too-late = Sudah terlambat: balasan sudah terkirim.
refusal-not-failed = Balasan ini tidak gagal, jadi tidak dikirim lagi.
refusal-no-such-colleague = Rekan ini tidak dapat menerima percakapan lagi.
refusal-no-such-department = Bagian ini tidak menerima percakapan lagi.
refusal-no-address = Tidak ada alamat untuk ditulisi.
refusal-no-writer = Email ini tidak menyebut siapa lagi yang bisa dijawab.
refusal-files-too-large = Berkasnya terlalu besar untuk email. Jumlahnya paling banyak 20 MB.
refusal-not-a-picture = Berkas ini bukan gambar yang ditampilkan program email. Pilih PNG, JPEG, GIF, atau WebP.
refusal-picture-too-large = Gambarnya terlalu besar. Paling besar 2 MB dan 4.000 titik lebar atau tinggi.
refusal-bad-address = Salah satu penerima bukan alamat email yang lengkap.
refusal-too-many-recipients = Satu email dapat dikirim ke paling banyak 50 orang.
refusal-not-to-customer = Balasan dikirim kepada pelanggan. Untuk menulis kepada orang lain, teruskan sebuah pesan.
refusal-no-recipient = Belum ada penerimanya.
refusal-something-newer = Ada yang lebih baru masuk. Bacalah, lalu kirim.
refusal-time-passed = Waktu itu sudah lewat. Pilih yang lebih nanti.
refusal-time-too-far = Itu lebih dari setahun lagi. Pilih waktu yang lebih awal.
refusal-no-time = Pilih tanggal dan jam.
refusal-not-waiting = Balasan ini tidak menunggu lagi.
refusal-reply-waits = Masih ada balasan yang menunggu di sini. Kirim atau batalkan dulu sebelum menutup.
refusal-fields-missing = Ada yang harus diisi dulu. Letaknya di atas tulisan Anda.
refusal-nothing-to-forward = Pesan yang akan diteruskan tidak ada.
refusal-no-subject = Beri subjek.
refusal-no-such-conversation = Tidak ada percakapan lain dengan nomor itu.
refusal-on-its-way = Sebuah balasan masih dalam perjalanan. Gabungkan setelah terkirim.
refusal-merge-stays = Sudah ada hal baru sejak itu, jadi keduanya tidak bisa dipisahkan lagi.
refusal-no-tag = Label memerlukan sebuah kata.
refusal-tag-taken = Label lain sudah bernama begitu. Gabungkan saja keduanya.
refusal-no-macro-name = Makro harus punya nama.
refusal-empty-macro = Makro menulis sesuatu atau melakukan sesuatu. Tulis teks atau pilih tindakan.
refusal-unknown-variable = Teks ini memuat variabel yang tidak ada.
refusal-solved-away = Yang sudah selesai tidak bisa ditunda. Pilih salah satu.
refusal-too-many-macros = Tidak ada tempat untuk makro lagi. Hapus yang tidak dipakai.
refusal-no-such-macro = Makro ini sudah tidak ada.
refusal-children-open = Bagiannya masih terbuka. Tutup dulu bagiannya, atau tutup yang ini dengan tombolnya sendiri, yang akan bertanya.
refusal-link-loop = Dengan begitu ia menjadi bagian dari dirinya sendiri.
refusal-no-minutes = Catat antara satu menit dan sehari.
refusal-not-tracked = Di sini waktu tidak dicatat.
refusal-items-open = Masih ada yang harus dikerjakan dalam daftar periksa. Kerjakan dulu, atau tutup yang ini dengan tombolnya sendiri, yang akan bertanya.
refusal-too-many-items = Terlalu banyak hal dalam daftar periksa ini.
refusal-why-missing = Sebutkan alasannya: alasan itu tetap ada dalam riwayat.
refusal-not-gone-yet = Pesan ini belum terkirim. Batalkan, atau tunggu sampai terkirim.
refusal-nothing-redacted = Kata-kata itu tidak ada di dalamnya.
refusal-no-view-name = Tampilan memerlukan nama.
refusal-bad-condition = Syarat ini tidak dapat dibaca. Isilah atau keluarkan.
refusal-view-too-large = Itu lebih dari yang dapat dimuat satu tampilan: paling banyak 40 syarat, dalam kelompok paling dalam empat tingkat.
refusal-too-many-views = Tidak ada tempat untuk tampilan lagi. Hapus beberapa yang tidak dipakai siapa pun.
refusal-bad-plan = Hari seperti itu tidak ada. Pilih hari dalam minggu, atau tanggal yang ada di bulan itu.
refusal-too-many-recurring = Sudah ada 200 yang berulang. Akhiri salah satu yang tidak diperlukan lagi.
refusal-changed-since = Seseorang sudah mengubahnya sejak itu, jadi dibiarkan apa adanya.
refusal-undo-over = Sudah terlambat untuk mengurungkan ini. Hanya bisa dalam setengah jam.
refusal-already-undone = Ini sudah diurungkan.
refusal-goes-out = Sebuah balasan masih menunggu atau sedang dikirim. Kirim atau batalkan dulu sebelum menghapus.

## The first day

welcome-title = Selamat datang di Tillit
welcome-lead = Buat akun pertama, dan meja kerja Anda siap.
welcome-name = Nama Anda
welcome-email = Email Anda
welcome-email-hint = Anda masuk dengan alamat ini. Pelanggan tidak melihatnya.
welcome-password = Kata sandi
welcome-business = Nama usaha
welcome-business-missing = Apa nama usahanya?
welcome-submit = Buka meja kerja
welcome-old-title = Tautan ini bukan lagi yang terbaru
welcome-old-lead = Tillit sudah dijalankan lagi dan membuat tautan baru. Lihat di tempat Tillit dijalankan.
welcome-taken-title = Tillit sudah disiapkan
welcome-taken-lead = Seseorang sudah membuat akun pertama. Mintalah undangan kepadanya.
welcome-to-signin = Ke halaman masuk

## Settings

settings-profile = Profil saya
settings-team = Rekan kerja
settings-departments = Bagian
settings-business = Usaha
settings-hours = Jam buka
settings-times = Waktu balasan
settings-receipts = Tanda terima
settings-requests = Halaman pelanggan
settings-forms = Formulir kontak
settings-states = Nama status
settings-fields = Isian
settings-tags = Label
settings-macros = Makro
settings-views = Tampilan
settings-mail = Email
settings-senders = Pengirim
settings-api = API
settings-webhooks = Webhook
settings-found = Pengaturan yang ditemukan
settings-found-lead = Berdasarkan kata-kata di halaman pengaturan.
settings-found-what = Ketik yang Anda cari, misalnya hari libur.
settings-found-none = Tidak ada pengaturan yang ditemukan untuk “{ $query }”.
settings-audit = Catatan tindakan
settings-backups = Cadangan
settings-operations = Operasional
settings-saved = Tersimpan.
settings-wrong = { $count ->
   *[other] { $count } hal perlu diperbaiki sebelum disimpan
}
settings-zone = Zona waktu
settings-zone-hint = Nama IANA, misalnya Asia/Jakarta atau Europe/Oslo.
settings-zone-wrong = Tidak ada zona waktu dengan nama ini.

business-lead = Siapa Anda bagi pelanggan, dan bagaimana percakapan berjalan.
business-customers-see = Yang dilihat pelanggan
business-name = Nama usaha
business-name-hint = Tercantum di samping pengirim pada setiap balasan.
business-name-missing = Beri nama untuk usaha ini.
business-address = Alamat balasan
business-address-hint = Pelanggan melihat ini sebagai pengirim.
business-language = Bahasa
business-language-hint = Untuk pelanggan yang bahasanya tidak diketahui.
business-address-wrong = Ini bukan alamat email lengkap, seperti help@brekkesund.example.
business-signature = Tanda tangan
business-signature-hint = Tercantum di bawah setiap balasan.
business-conversations = Percakapan
business-closed-reply = Jika pelanggan membalas percakapan yang sudah ditutup
business-closed-link = Mulai yang baru sebagai lanjutannya
business-closed-link-why = Yang lama tetap tertutup dan mudah dibuka kembali.
business-closed-reopen = Buka lagi yang lama
business-closed-reopen-why = Semua tetap di satu tempat, setua apa pun.
business-quiet-days = Hari tenang
business-quiet-days-hint = Percakapan yang selesai ditutup setelah sekian hari tanpa kabar.
business-quiet-days-wrong = Pilih antara 1 dan 3650 hari.
business-undo = Batalkan kirim
business-undo-off = Mati
business-undo-seconds = { $count ->
   *[other] { $count } detik
}
business-undo-wrong = Pilih salah satu waktu dalam daftar.
business-subject-tag = Nomor di subjek
business-subject-off = Tanpa nomor
business-subject-off-why = Email menemukan percakapannya tanpa nomor.
business-subject-right = Di belakang subjek
business-subject-right-why = Untuk pelanggan yang program emailnya kehilangan urutan: Mesin [#48213]
business-subject-left = Di depan subjek
business-subject-left-why = Untuk pelanggan yang program emailnya kehilangan urutan: [#48213] Mesin

times-lead = Janji Anda kepada diri sendiri. Balasan yang sedang berjalan tetap memakai batas lamanya.
times-first = Balasan pertama
times-first-hint = Jam sebenarnya, siang dan malam, setiap hari sepanjang tahun.
times-first-wrong = Pilih antara 1 dan 720 jam untuk balasan pertama.
times-next = Balasan berikutnya
times-next-hint = Dihitung dalam jam buka. Berhenti selama percakapan menunggu pihak lain.
times-track = Rekan mencatat berapa lama mereka menangani percakapan
times-next-wrong = Pilih paling sedikit satu menit dan paling lama 720 jam untuk balasan berikutnya.
times-soon-hint = Yang jatuh tempo dalam sekian jam tampil di “Segera terlambat”. Antara 1 dan 72.
times-soon-wrong = Antara 1 dan 72 jam.
times-hours = Jam
times-minutes = Menit
receipts-lead = Siapa pun yang menulis hal baru dapat langsung diberi tahu bahwa pesannya sampai, dan kapan seseorang akan menjawab.
receipts-title = Pertanyaan baru
receipts-on = Kirim tanda terima
receipts-on-why = Satu email pendek dalam bahasa pelanggan, dari kotak surat yang mereka tuju. Jam untuk jawaban pertama tidak pernah berhenti karenanya.
receipts-off = Jangan kirim
receipts-off-why = Pelanggan mendapat kabar saat seseorang menjawab.
receipts-when-title = Waktu di dalamnya
receipts-when = Mengikuti waktu jawab dan jam buka Anda: tidak pernah lebih awal dari batas jawaban pertama, dan tidak sebelum tim cukup lama bertugas. Jika seseorang menjawab lebih dulu, tanda terima tidak dikirim.
receipts-never-title = Siapa yang tidak pernah mendapatnya
receipts-never-unproved = Pengirim yang tidak terbukti. Di bawah Pengirim Anda menyebut server email yang membuktikannya.
receipts-never-machines = Mesin, milis, laporan, dan yang meminta agar tidak dijawab otomatis.
receipts-never-old = Email yang sudah ada sebelum kotak surat dihubungkan, arsip, dan email yang ditulis berhari-hari lalu.
receipts-never-many = Siapa pun, lebih dari { $count } kali dalam satu jam.
receipts-preview = Isinya
receipts-preview-hint = Seolah-olah seseorang menulis sekarang. Nama dan tanda tangan Anda ada di bawahnya.

states-lead = Kata Anda sendiri untuk keadaan percakapan. Keenam status tetap ada di bawahnya.
states-name = Nama
states-new = Nama baru
states-means = Artinya
states-clocks = Penghitung waktu
states-clocks-usual = Seperti statusnya
states-clocks-still = Berhenti
states-clocks-run = Berjalan terus
states-remove = Kosongkan nama untuk menghapusnya.

tags-lead = Kata yang dipasang rekan pada percakapan agar mudah ditemukan lagi. Yang baru dibuat dengan mengetiknya.
tags-none = Belum ada percakapan yang berlabel. Tekan T di sebuah percakapan untuk memberi label pertama.
tags-count = { $count ->
    [0] tidak pada percakapan mana pun
   *[other] pada { $count } percakapan
}
tags-show = Tampilkan percakapannya
tags-name = Nama
tags-tone = Warna
tags-tone-plain = Abu-abu
tags-tone-accent = Seperti meja kerja
tags-tone-ok = Hijau
tags-tone-warn = Kuning
tags-tone-bad = Merah
tags-tone-info = Biru
tags-merge-into = Gabungkan ke
tags-merge-hint = Semua yang berlabel ini mendapat label yang lain. Ini tidak dapat dibatalkan.
tags-forget = Hapus label
tags-sure = { $count ->
    [0] Hapus “{ $tag }”? Tidak ada percakapan yang memakainya.
   *[other] Hapus “{ $tag }” dari { $count } percakapan? Ini tidak dapat dibatalkan.
}

macros-lead = Yang sering Anda tulis dan lakukan, siap dipakai dengan / dalam balasan atau catatan.
macros-new = Makro baru
macros-change = Ubah makro
macros-form-lead = Teks dalam bahasa sebanyak yang Anda mau, dan yang dilakukan bersamanya.
macros-all = Semua makro
macros-none = Belum ada makro.
macros-none-why = Mulailah dengan jawaban yang Anda tulis tiap minggu: jam buka, cara mengembalikan barang, bahwa Anda sedang memeriksanya.
macros-not-found = Tidak ada makro dengan “{ $q }” dalam nama atau teksnya.
macros-for-everyone = Untuk semua
macros-for-me = Hanya untuk saya
macros-files-count = { $count ->
    [one] satu berkas
   *[other] { $count } berkas
}
macros-uses = { $count ->
    [0] belum dipakai
    [one] dipakai sekali
   *[other] dipakai { $count } kali
}
macros-up = Naikkan { $name }
macros-down = Turunkan { $name }
macros-copy = Buat salinan { $name }
macros-remove = Hapus { $name }
macros-removed = { $name } dihapus.
macros-not-yours = Makro ini juga untuk orang lain, jadi administrator yang mengubahnya. Salinannya hanya milik Anda.
macros-name = Nama
macros-name-hint = Yang Anda cari setelah /. Paling banyak { $most } karakter.
macros-kind = Teksnya menjadi
macros-kind-reply = Balasan
macros-kind-reply-why = Pelanggan menerimanya.
macros-kind-note = Catatan
macros-kind-note-why = Hanya rekan kerja yang melihatnya.
macros-texts = Teks
macros-texts-hint = Bahasa pelanggan yang dipilih; bila tidak ada teksnya, bahasa bisnis, dan Anda diberi tahu.
macros-text-in = Teks dalam { $language }
macros-variables = Yang bisa diisi otomatis
macros-variables-hint = Ditulis di antara dua kurung kurawal. Yang ada setelah | dipakai bila tidak ada yang diketahui: customer.first_name|Bapak/Ibu.
macros-variable-customer-name = nama pelanggan
macros-variable-customer-first-name = nama depan pelanggan
macros-variable-customer-addressed = sapaan yang diinginkan pelanggan, atau nama depannya
macros-variable-agent-name = nama Anda
macros-variable-agent-first-name = nama depan Anda
macros-variable-conversation-number = nomor percakapan
macros-variable-conversation-subject = perihalnya
macros-variable-business-name = nama bisnis
macros-variable-business-address = alamat email bisnis
macros-acts = Yang dilakukannya
macros-acts-hint = Dilakukan bersama pengiriman. Pemakainya bisa menghapus tiap centang.
macros-as-it-is = Seperti adanya
macros-act-state = Status
macros-act-assign = Serahkan ke
macros-act-tag = Pasang label
macros-act-untag = Lepas label
macros-act-checklist-hint = Satu hal yang harus dikerjakan per baris.
macros-files = Berkas
macros-files-hint = Ikut dengan pesan, di samping teksnya. Hapus centang untuk membuangnya.
macros-pictures = Gambar
macros-pictures-hint = Setiap gambar ada di bawah teks pesan, juga di email. Hapus centang untuk membuangnya.
macros-picture-alt = Apa yang terlihat
macros-picture-alt-hint = Untuk yang tidak dapat melihatnya. Jika kosong, nama berkas yang tampil.
macros-picture-alt-of = Apa yang terlihat di { $name }
macros-picture-new = Tambah gambar
macros-picture-hint = PNG, JPEG, GIF, atau WebP, paling besar 2 MB dan 4.000 titik lebar atau tinggi. Gambar di komputer lain tidak ditampilkan. Setelah disimpan, gambar juga tampil di pratinjau.
macros-picture-below = ada di bawah teks
macros-visible = Siapa yang melihatnya
macros-visible-hint = Satu bagian: yang bekerja di sana, dan yang menangani urusannya.
macros-preview = Seperti yang diterima pelanggan
macros-preview-hint = Diisi untuk pelanggan rekaan.
macros-preview-none = Belum ada teks untuk ditampilkan.
macros-preview-do = Pratinjau

# Saved views
views-lead = Daftar Anda sendiri: percakapan mana, apa yang terlihat dari masing-masing, dan dalam urutan apa.
views-new = Tampilan baru
views-change = Ubah tampilan ini
views-save = Simpan daftar ini sebagai tampilan
views-all = Semua tampilan
views-open = Buka
views-remove = Hapus tampilan { $name }
views-removed = { $name } dihapus.
views-none = Belum ada tampilan.
views-none-why = Buka sebuah daftar, pilih Tampilan, lalu simpan sebagai tampilan. Atau mulai di sini, dengan syarat yang Anda pikirkan.
views-form-lead = Setelah disimpan, tampilan ini ada di bilah samping dengan jumlahnya.
views-not-yours = Tampilan ini juga untuk orang lain, jadi administrator yang mengubahnya.
views-name = Nama tampilan
views-conditions = Percakapan mana
views-conditions-hint = Tanpa syarat, semua yang Anda lihat tercantum.
views-group = Kelompok syarat
views-mode-all = Semua ini berlaku
views-mode-any = Setidaknya satu berlaku
views-mode-none = Tidak satu pun berlaku
views-add = Tambah
views-add-what = Apa yang ditambahkan
views-add-group = Kelompok lain
views-take-out = Keluarkan syarat { $number }
views-gone = sesuatu yang sudah tidak ada
views-owner-me = Siapa pun yang melihat
views-language-unknown = Tidak diketahui
views-test-mailbox = Masuk lewat kotak surat
views-test-customer = Kata dalam nama atau alamat pelanggan
views-test-subject = Kata dalam subjek
views-test-due-within = Jatuh tempo dalam sekian jam (0: terlambat)
views-test-waiting-over = Pelanggan menunggu lebih lama dari sekian jam
views-test-created-within = Dimulai dalam sekian hari terakhir
views-test-created-before = Dimulai lebih dari sekian hari yang lalu
views-test-touched-within = Pesan terakhir dalam sekian hari terakhir
views-test-touched-before = Pesan terakhir lebih dari sekian hari yang lalu
views-test-followed = Diikuti oleh siapa pun yang melihat
views-test-mentioned = Sebuah catatan menyebut siapa pun yang melihat
views-test-unanswered = Belum ada yang menjawab
views-order = Urutan
views-order-due = Menurut sisa waktu
views-order-newest = Pesan terakhir terbaru dahulu
views-order-oldest = Pesan terakhir terlama dahulu
views-order-created-last = Yang terakhir dimulai dahulu
views-order-created-first = Yang pertama dimulai dahulu
views-grouped = Di bawah judul menurut
views-grouped-nothing = Tanpa judul
views-columns = Apa yang ditampilkan
views-column-number = Nomor
views-column-owner = Pemilik
views-column-state = Keadaan
views-column-language = Bahasa
views-column-time = Sisa waktu atau pesan terakhir
views-column-created = Kapan dimulai
views-column-snippet = Awal pesan terbaru
views-began = Dimulai
macros-sample-name = Sari Wulandari
macros-sample-subject = Pesanan saya

operations-lead = Yang telah dihentikan dan menunggu Anda.
operations-failed = Balasan yang tidak sampai
operations-failed-none = Semua balasan sudah sampai atau sedang dalam perjalanan.
operations-failed-to = Balasan untuk { $address }
operations-changes = Perubahan pengaturan terakhir
operations-changes-none = Belum ada yang diubah.
operations-change = { $by } mengubah “{ $page }”.
operations-dead = Pekerjaan yang gagal
operations-dead-none = Tidak ada yang gagal.
operations-attempts = { $count ->
   *[other] dicoba { $count } kali
}

hours-lead = Kapan Anda ada. Hitungan balasan berikutnya hanya memakai jam-jam ini.
hours-week = Minggu kerja
hours-count = Hitung waktu
hours-count-open = Dalam jam buka
hours-count-open-why = Malam, akhir pekan, dan hari libur tidak dihitung.
hours-count-always = Sepanjang waktu
hours-count-always-why = Setiap jam dihitung, akhir pekan juga.
hours-day-hint = Tulis jam sebagai 08:00-16:00, dengan koma di antara dua bagian. Kosongkan hari saat Anda tutup.
hours-closed = Tutup
hours-day-wrong = Tulis jam hari ini sebagai 08:00-16:00.
hours-never = Dengan jam ini Anda tidak pernah buka. Beri jam pada setidaknya satu hari.
hours-holidays = Hari libur dan hari khusus
hours-holidays-label = Hari tutup
hours-holidays-hint = Satu tanggal pada setiap baris, misalnya 2026-12-25.
hours-dates-wrong = Salah satu hari tutup bukan tanggal seperti 2026-12-25.
hours-add = Tambahkan hari libur nasional tahun ini dan tahun depan
hours-add-none = Jangan tambahkan
hours-special = Hari dengan jam lain
hours-special-hint = Satu hari pada setiap baris, misalnya 2026-12-24 08:00-12:00.
hours-special-wrong = Salah satu hari ini tidak ditulis seperti 2026-12-24 08:00-12:00.
hours-norway = Norwegia
hours-sweden = Swedia
hours-denmark = Denmark
hours-indonesia = Indonesia

## What is deleted

conversation-delete = Hapus
deleted-title = Terhapus
deleted-lead = { $count ->
   *[other] Yang dihapus dapat dikembalikan selama { $count } hari; setelah itu hilang selamanya.
}
deleted-none = Tidak ada yang dihapus.
deleted-older = Lebih lama
deleted-what = Percakapan
deleted-by = Dihapus
deleted-goes = Hilang selamanya
deleted-verbs = Tindakan
deleted-put-back = Kembalikan
deleted-put-back-one = Kembalikan #{ $n }
deleted-erase = Hapus selamanya
deleted-erase-one = Hapus selamanya: #{ $n }
deleted-restored = Sudah kembali ke tempatnya.
deleted-erased = Sudah hilang selamanya.
deleted-toast = Dihapus
deleted-sure = Semua yang tertulis di #{ $n } hilang selamanya: teks, catatan, berkas, dan email seperti saat datang. Tidak ada yang bisa mengembalikannya.
deleted-sure-number = Ketik { $n } untuk melanjutkan
deleted-sure-wrong = Itu bukan nomornya.
deleted-days = Berapa hari yang dihapus disimpan
deleted-days-hint = Dari 1 sampai 3650. Berlaku juga untuk yang sudah dihapus.
deleted-days-wrong = Ketik angka dari 1 sampai 3650.
## Today

today-title = Hari ini
today-answer = Jawab
today-answer-lead = Jatuh tempo hari ini atau terlambat: milik Anda dan yang belum ada pemiliknya, yang paling dulu di atas.
today-answer-none = Tidak ada yang jatuh tempo hari ini.
today-keep = Tepati
today-keep-lead = Yang Anda tunda sampai hari ini, balasan yang terkirim sendiri hari ini, dan daftar periksa yang belum selesai.
today-keep-none = Tidak ada yang dijanjikan untuk hari ini.
today-call = Telepon
today-call-lead = Yang minta ditelepon, dan panggilan yang tidak tersambung dalam dua minggu terakhir.
today-call-none = Tidak ada yang menunggu telepon.
today-more = Seluruhnya { $n } jatuh tempo hari ini. Sisanya ada di
today-nothing = Tidak ada yang menunggu Anda hari ini
today-nothing-lead = Yang jatuh tempo, dijanjikan, atau perlu ditelepon hari ini tampil di sini.
today-by-phone = Minta ditelepon
today-back = Kembali { $at }
today-leaves = Terkirim { $at }
today-tried = Tidak tersambung { $at }

## Side threads

side-title = Utas samping
side-threads = Utas samping
side-begin = Tulis ke orang lain
side-lead = { $name } tidak diberi tahu dan tidak pernah melihat jawabannya. Jawaban kembali ke sini, hanya untuk tim Anda.
side-with = dengan { $who }
side-closed = Ditutup
side-close = Tutup utas samping
side-reopen = Buka lagi utas samping
side-along = Berkas dari percakapan ini yang ikut dikirim
side-wait = Percakapan ini menunggu pihak lain sampai mereka menjawab
message-side-from = Utas samping, pesan dari { $who }
timeline-side-wrote = { $name } menulis di utas samping
timeline-side-answered = { $name } menjawab di utas samping
event-side-begun = { $by } memulai utas samping dengan { $to }
event-side-written = { $by } menulis ke { $to } di utas samping
event-side-answered = { $from } menjawab di utas samping
event-side-closed = { $by } menutup utas samping
event-side-reopened = { $by } membuka lagi utas samping
refusal-side-to-customer = Pelanggan ada di antara penerima. Utas samping untuk orang lain; tulislah kepada pelanggan lewat balasan.
why-joins-side = Masuk ke utas samping “{ $title }” dari percakapan { $number }: pengirimnya pernah disurati di sana.
why-side-stranger = Menunjuk ke utas samping dari percakapan { $number }, tetapi pengirimnya tidak pernah disurati di sana, jadi tidak masuk.
why-side-customer = Dikirim ke alamat utas samping dari percakapan { $number }, tetapi pengirimnya pelanggan, jadi tidak masuk ke sana.
# Percakapan dari sistem lain
origin-hint = Nomornya di sistem asal
event-moved-in = Diambil dari sistem lain
event-moved-in-from = Diambil dari { $source }
event-moved-in-number = Diambil dari sistem lain, nomornya di sana { $number }
event-moved-in-from-number = Diambil dari { $source }, nomornya di sana { $number }
moving-outcome-made = Baru
moving-outcome-joined = Digabung
moving-outcome-unchanged = Tidak berubah
moving-outcome-refused = Ditolak
moving-why-broken = Tidak bisa dibaca
moving-why-too-long = Lebih panjang daripada yang bisa diambil
moving-why-no-number = Tidak punya nomor
moving-why-no-customer = Pelanggannya tidak bisa dikenali: tanpa nama, alamat, atau telepon
moving-why-several = Keterangan pelanggannya cocok dengan beberapa orang
moving-why-nothing-said = Tidak ada pesan di dalamnya
moving-why-no-date = Tidak ada tanggal yang bisa dibaca
moving-why-future = Ada tanggal di masa depan
moving-why-deleted = Sudah dihapus di sini
moving-why-erased = Sudah dihapus permanen di sini
moving-why-state = Bukan salah satu dari enam status; percakapan ditutup
moving-why-kind = Bukan pesan, balasan, atau catatan; dilewati
moving-why-colleague = Tidak ada rekan dengan alamat ini
moving-why-department = Tidak ada departemen dengan nama ini
moving-why-language = Bukan salah satu dari lima bahasa
moving-why-address = Bukan alamat email atau telepon
moving-why-no-file = Berkasnya tidak ada
moving-why-out-of-folder = Jalurnya keluar dari folder
moving-why-file-too-large = Berkasnya terlalu besar
settings-moving = Percakapan dari tempat lain
settings-takeout = Bawa semuanya
settings-file = Pengaturan sebagai berkas

# Draf bersama
draft-by = Draf oleh { $name }
draft-changed-by = diubah oleh { $name }
draft-not-sent = Belum dikirim
draft-held = { $name } sedang membukanya
draft-open = Buka draf
draft-take-over = Ambil alih
draft-take-over-hint = { $name } sedang menulis di dalamnya. Jika Anda mengambil alih, yang diketik { $name } setelah itu disimpan di draf miliknya sendiri.
draft-take = Ambil kembali
draft-throw-away = Hapus draf
draft-thrown-away = Draf dihapus
draft-gone = Dihapus, disimpan selama sehari
draft-bring-back = Kembalikan
draft-share = Bagikan draf
draft-share-all = Bagikan kepada semua di sini
draft-ask = Minta seseorang melihatnya
draft-give-back = Kembalikan
draft-open-hint = Hanya Anda yang menulis di dalamnya sampai Anda mengembalikannya.
draft-refused = Orang lain telah mengubah draf ini atau sedang membukanya. Yang Anda ketik disimpan di draf Anda sendiri. “Kembalikan” menampilkan kedua teks.
draft-both = { $name } telah mengubah draf ini sejak Anda membukanya.
draft-both-held = { $name } sedang membuka draf ini.
draft-their-words = Isi draf sekarang:
draft-both-then = Teks Anda ada di bawah. Jika Anda mengirim atau mengembalikannya sekarang, teks itu menggantikan yang ini.
draft-reply = Tulis draf
search-has-draft = Dengan draf bersama
refusal-draft-held = Orang lain sedang membuka draf ini. Ambil alih dulu.
refusal-draft-changed = Orang lain telah mengubah draf ini. Lihat lagi.
refusal-draft-gone = Draf ini tidak dibagikan lagi: sudah dikirim, diambil kembali, atau dihapus. Teks Anda masih ada di sini.
refusal-draft-files = Draf tidak menyimpan file. Keluarkan dulu, lalu tambahkan saat dikirim.
refusal-too-many-drafts = Sudah ada 20 draf bersama di sini. Kirim atau hapus salah satunya dulu.
event-draft-shared = { $by } membagikan draf
event-draft-asked = { $by } membagikan draf dan meminta { $name } melihatnya
event-draft-sent = Draf oleh { $author }, dikirim oleh { $by }
event-draft-taken = { $by } mengambil kembali draf bersama
event-draft-thrown-away = { $by } menghapus draf oleh { $author }
event-draft-brought-back = { $by } memulihkan draf oleh { $author }

subject-change = Ubah subjek
subject-now = Subjeknya sekarang “{ $to }”
subject-came-as = Subjek saat masuk
side-subject-now = Utas samping sekarang bernama “{ $to }”
event-subject-changed = { $by } mengubah subjek dari “{ $from }” menjadi “{ $to }”
event-subject-given = { $by } memberi percakapan subjek “{ $to }”
event-subject-taken = { $by } menghapus subjek “{ $from }”
event-subject-some = { $by } mengubah subjek
event-side-renamed = { $by } mengubah subjek utas samping dari “{ $from }” menjadi “{ $to }”
event-side-renamed-some = { $by } mengubah subjek utas samping
event-undone-subject = { $by } mengurungkan perubahan subjek
event-undone-side = { $by } mengurungkan perubahan subjek utas samping
refusal-subject-too-long = Subjek memuat paling banyak 200 karakter. Persingkat.

refusal-promise-over = Janji ini sudah tidak seperti itu lagi. Lihat sekali lagi.
refusal-promises-open = Masih ada janji dalam percakapan ini yang belum ditepati. Tandai sudah ditepati atau lepaskan dulu, atau kirim tanpa menutup.
promises-title = Janji
event-promise-suggested = Ini mungkin janji: { $words }
event-promise-dropped = Bukan janji: { $words }
event-promise-made = Janji dibuat: { $words }
event-promise-moved = Janji dipindahkan, pelanggan belum diberi tahu: { $words }
event-promise-renegotiated = Janji dipindahkan, pelanggan sudah diberi tahu: { $words }
event-promise-handed = { $who } sekarang menepati janji ini: { $words }
event-promise-handed-leads = Belum ada yang khusus menepati janji ini: { $words }
event-promise-reminded = Pengingat janji: { $words }
event-promise-late = Sebuah janji terlambat: { $words }
event-promise-kept = Janji ditepati: { $words }
event-promise-broken = Janji dilanggar: { $words }
event-promise-released = Janji dilepaskan: { $words }
event-promise-reopened = Janji tetap harus ditepati: { $words }
look-dated = Anda berjanji “{ $words }”, paling lambat { $when }. Pantau?
look-open = Anda berjanji “{ $words }”. Sampai kapan?
look-hedged-by = Anda agak berjanji “{ $words }”, paling lambat { $when }. Pantau?
look-hedged = Anda agak berjanji “{ $words }”. Pantau?
look-unsure = Harinya bisa dibaca lebih dari satu cara.
look-track = Pantau
look-no = Bukan janji
look-later = Tanyakan nanti
look-keeps = Apakah ini menepati sebuah janji?
promise-by = Paling lambat
promise-ask = Mungkin janji: “{ $words }”
promise-words = Apa yang kita janjikan
promise-make = Buat janji
promise-leads = Yang memimpin di sini
promise-keep = Ditepati
promise-more = Pindahkan, lepaskan, serahkan
promise-told = Pelanggan sudah tahu
promise-move = Pindahkan
promise-why = Mengapa tidak perlu lagi
promise-release = Lepaskan
promise-to = Siapa yang menepati
promise-hand = Serahkan
promise-reopen = Masih harus ditepati
promise-open = Janji-janji ini masih harus ditepati:
promise-suggested = Mungkin janji
promise-late = Terlambat
promise-today = Hari ini
promise-coming = Akan datang
promise-kept = Ditepati
promise-broken = Dilanggar
promise-released = Dilepaskan
promise-late-days = Terlambat { $count } hari
promise-late-hours = Terlambat { $n } jam
promise-late-minutes = Terlambat { $n } mnt
promises-due = Janji jatuh tempo
promises-lead = Yang harus ditepati, yang paling mendesak lebih dulu.
promises-own = Janji saya
promises-whose = Milik siapa
promises-mine = Saya
promises-ours = Bagian saya
promises-when = Kapan
promises-all = Semua
promises-none = Tidak ada yang harus ditepati di sini.
promises-more = Lagi
promise-for = untuk { $who }
promises-by = Janji { $who }
promises-by-lead = Dari setahun terakhir. Hanya mereka dan yang memimpin mereka yang melihat ini.
promises-kept-of = { $kept } dari { $all }
promises-kept = janji ditepati tepat waktu
promises-calendar = Janji saya di kalender
promises-calendar-lead = Program kalender dapat berlangganan yang Anda tepati. Siapa pun yang punya alamatnya dapat melihatnya tanpa masuk.
promises-calendar-at = Alamat
promises-calendar-make = Buat alamat
promises-calendar-renew = Buat alamat lain
promises-calendar-withdraw = Tarik alamat

jars-insult = “{ $words }” menghina pelanggan.
jars-profanity = “{ $words }” adalah kata kasar.
jars-threat = “{ $words }” bisa terdengar seperti ancaman.
jars-accusation = “{ $words }” bisa terdengar seakan pelanggan berbohong.
jars-sarcasm = “{ $words }” bisa terdengar menyindir.
jars-condescending = “{ $words }” bisa terdengar merendahkan.
jars-blame = “{ $words }” menyalahkan pelanggan.
jars-dismissive = “{ $words }” bisa terdengar seakan hal itu tidak penting.
jars-shouting = “{ $words }” tampak seperti berteriak.
jars-refusal = “{ $words }” adalah penolakan tanpa alasan atau jalan lain.
jars-command = “{ $words }” terbaca seperti perintah.
jars-address = “{ $words }” bukan sapaan untuk pelanggan ini.
jars-hedging = Terlalu banyak mungkin dan barangkali: “{ $words }”.
jars-house = “{ $words }” bukan cara toko Anda mengatakannya.
jars-missing = Ini bisa membantu: { $what }.
jars-try = Coba:
jars-use = Pakai ini
helps-greeting = salam
helps-thanks = terima kasih
helps-regret = permintaan maaf
helps-reason = alasan
helps-alternative = jalan lain
look-card = Ada nomor kartu di dalamnya (… { $what }). Kirim hanya bila perlu.
look-national = Ada nomor identitas di dalamnya (… { $what }). Kirim hanya bila perlu.
look-address = { $what } adalah alamat pelanggan lain.
look-phone = { $what } adalah telepon pelanggan lain.

settings-tone = Nada
tone-lead = Balasan diperiksa saat ditulis. Ini membantu penulisnya; tidak ada yang ditahan dan tidak ada yang dinilai.
tone-title = Periksa balasan
tone-on = Ya
tone-on-why = Di bawah balasan tampak kata yang mengganggu, dengan kata yang lebih baik.
tone-off = Tidak
tone-off-why = Nada balasan tidak disebut. Nomor pribadi tetap ditunjukkan.
tone-allowed = Frasa yang boleh
tone-allowed-hint = Satu per baris: nama produk dan ungkapan yang tidak mengganggu di sini.
tone-jarring = Frasa yang tidak diinginkan
tone-jarring-hint = Satu per baris: disebut sebagai yang mengganggu.
tone-formal = Pakai De atau Ni
tone-formal-why = Dalam bahasa Norwegia, Denmark dan Swedia, du disebut terlalu akrab.
tone-familiar = Kamu boleh dipakai
tone-familiar-why = Dalam bahasa Indonesia, kamu tidak disebut terlalu akrab.
tone-too-many = Ada lebih dari 200 frasa.
tone-too-long = Ada frasa yang lebih dari 100 karakter.
tone-no-word = Ada baris tanpa kata.
tone-both = Ada frasa yang juga ada di daftar yang boleh.
tone-sent = Terkirim walau mengganggu, dalam { $days } hari
tone-sent-why = Dihitung untuk seluruh meja: tanpa kata, tanpa penulis. Ini menunjukkan apa yang perlu dibahas, bukan siapa.
tone-sent-none = Belum ada.
tone-what = Apa
tone-all = Semua
tone-is-insult = Hinaan
tone-is-profanity = Kata kasar
tone-is-threat = Ancaman
tone-is-accusation = Tuduhan
tone-is-sarcasm = Sindiran
tone-is-condescending = Merendahkan
tone-is-blame = Menyalahkan
tone-is-dismissive = Mengabaikan
tone-is-shouting = Berteriak
tone-is-refusal = Penolakan saja
tone-is-command = Perintah
tone-is-address = Sapaan
tone-is-hedging = Terlalu banyak mungkin
tone-is-house = Tidak diinginkan di sini

mood-negative = Tidak puas
mood-neutral = Tidak senang maupun kecewa
mood-positive = Senang
mood-guess = Dibaca dari kata-katanya; bisa keliru.
views-test-mood = Suasana hati saat terakhir menulis
held-mood = Suasana hati yang terbaca di dalamnya
refusal-need-over = Kebutuhan ini tidak seperti itu lagi. Lihat sekali lagi.
needs-title = Kebutuhan
event-need-noted = { $by } mencatat kebutuhan: { $words }
event-need-noted-itself = Kebutuhan dicatat: { $words }
event-need-changed = Kebutuhan diubah: { $words }
event-need-met = Kebutuhan terpenuhi: { $words }
event-need-declined = Kebutuhan ditolak: { $words }
event-need-reopened = Ternyata masih dibutuhkan: { $words }
event-need-removed = Bukan kebutuhan: { $words }
need-note = Catat kebutuhan
need-more = Apa jadinya
need-meet = Terpenuhi
need-meet-tell = Terpenuhi: beri tahu
need-why = Mengapa tidak
need-decline = Tolak
need-remove = Bukan kebutuhan
need-words = Dengan kata-kata pelanggan sendiri
need-topic = Topik
need-product = Produk
need-keep = Catat
need-noted = Dicatat: “{ $words }”
need-undo = Urungkan
need-said = Tempat dikatakan
need-open = Terbuka
need-met = Terpenuhi
need-declined = Ditolak
need-reopen = Masih dibutuhkan
need-told-no = belum diberi tahu
need-told-drafted = draf menunggu
need-told-going = jawaban sedang dikirim
need-told-yes = sudah diberi tahu
needs-page = Kebutuhan dan keinginan
needs-lead = Yang diminta pelanggan dengan kata-kata sendiri, dan siapa yang meminta.
needs-file-topics = Angka (CSV)
needs-file-needs = Siapa yang meminta (CSV)
needs-period = Kurun waktu
needs-status = Status
needs-all = Semua
needs-ever = Sepanjang waktu
needs-days = { $n } hari
needs-rising = Sedang naik
needs-rising-how = Dalam { $weeks } minggu terakhir: kini jauh lebih sering diminta daripada biasanya (lonjakan Kleinberg), oleh paling sedikit { $customers } pelanggan, paling sedikit { $least } kali. Menurut kapan dikatakan, apa pun kurun waktu di atas.
needs-rising-none = Saat ini tidak ada yang naik.
needs-rising-n = { $needs } dari semua { $of } kebutuhan, dari { $customers } pelanggan
needs-rising-since = sejak { $day }
needs-rising-sure = lebih banyak daripada sebelumnya dengan peluang { $sure } %
needs-most = Paling diinginkan
needs-most-how = { $needs } kebutuhan dari { $customers } pelanggan, { $period }. Diurutkan menurut pelanggan, masing-masing dihitung sekali per topik.
needs-none = Belum ada yang meminta apa pun
needs-none-lead = Pilih kata-kata dalam pesan pelanggan dan tekan tanda hati di atasnya.
needs-none-here = Tidak ada yang cocok.
needs-none-theirs = Belum ada yang dicatat.
needs-customers = Pelanggan
needs-count = Kebutuhan
needs-who = Siapa yang meminta
needs-all-topics = Semua topik
needs-tell = Terpenuhi: beri tahu semua
needs-further = Lagi
needs-said-on = Dikatakan pada
needs-customer = Pelanggan
needs-conversation = Percakapan
needs-told = Diberi tahu
needs-tell-title = Terpenuhi: beri tahu semua yang meminta
needs-tell-n = Pelanggan yang belum diberi tahu dan belum punya draf: { $n }
needs-tell-text = Teks dalam { $language }, untuk { $n }
needs-tell-hint = Semua mendapat draf dalam bahasanya sendiri, atau jika tidak ada, dalam bahasa usaha. Ini diisi untuk masing-masing:
needs-tell-never = Tidak ada yang terkirim sendiri: setiap draf menunggu di percakapannya. Tanpa teks, kebutuhan hanya ditandai terpenuhi.
needs-tell-do = Tandai terpenuhi dan tulis draf
needs-told-met = Kebutuhan yang ditandai terpenuhi: { $n }.
needs-told-drafted = Draf yang ditulis: { $n }.
needs-told-left = Pelanggan yang drafnya tidak dapat ditulis: { $n }. Terlalu banyak draf menunggu di percakapannya, atau percakapan itu sudah tidak ada.
needs-told-more = Ada lebih banyak daripada yang dikerjakan sekaligus. Tekan sekali lagi.
settings-needs = Kebutuhan
need-topics-lead = Topik untuk memilah keinginan pelanggan.
need-topics = Topik
need-topics-hint = Satu per baris. Ditawarkan lebih dulu saat kebutuhan dicatat; topik lain dapat diketik di sana.
need-topics-too-many = Ada lebih dari 50 topik.
need-topics-too-long = Ada topik yang lebih dari 40 karakter.
need-topics-no-word = Ada baris tanpa kata.

# Yang perlu diketahui sebelum menulis.
known-late = { $count } janji kepada mereka terlambat
known-broken = Baru-baru ini ada janji kepada mereka yang dilanggar
known-waits = Mereka sudah { $count } hari menunggu jawaban
known-again = Pernah ditutup { $count } kali dan sekarang terbuka lagi
known-often = { $count } percakapan mereka dalam sebulan
known-first = Mereka menulis untuk pertama kali
known-language = Mereka biasanya menulis dalam { $language }
known-turned = Pesan terakhir terdengar tidak puas, yang sebelumnya tidak
known-still-unhappy = Mereka terdengar tidak puas lebih dari sekali
known-unhappy = Mereka terdengar tidak puas
known-better = Mereka sempat terdengar tidak puas, sekarang tidak lagi
known-glad = Mereka terdengar senang
known-topics = Sebelumnya menulis tentang:
known-next = Waktu berikutnya: { $when }.
composer-rather = Mereka lebih suka dihubungi dengan cara lain:
composer-call = Telepon
snooze-liked = Saat cocok bagi mereka
composer-later-liked = Saat cocok bagi mereka: { $when }
recurring-held-back = Tidak dikirim otomatis karena pelanggan ini mendapat perhatian khusus. Jika tetap perlu dikirim, kirim sebagai balasan:

# Service policies
settings-service = Aturan layanan
service-lead = Apa yang Anda janjikan kepada siapa: kapan mereka mendapat balasan, kapan selesai, dan apa yang terjadi sebelum dan sesudahnya.
service-order = Aturan menurut urutan
service-new = Aturan baru
service-none = Belum ada aturan. Semua percakapan mengikuti waktu balasan biasa.
service-first-holds = Dari aturan yang cocok dengan percakapan, yang pertama berlaku.
service-rest = Yang tidak cocok dengan aturan mana pun mengikuti
service-up = Naikkan { $name }
service-down = Turunkan { $name }
service-remove = Hapus { $name }
service-of-mailboxes = { $count } kotak surat
service-of-organisations = { $count } organisasi
service-of-people = { $count } pelanggan
service-of-all = Semua percakapan
service-count-always = 24 jam sehari
service-count-business = jam buka
service-resolution = Penyelesaian
service-time = { $hours } jam { $minutes } menit
service-hours = Jam buka lain
service-hours-new = Jam baru
service-hours-why = Untuk tim yang bekerja pada jam lain. Aturan memilih jam mana yang dihitung.
service-wrong-name = Beri nama paling banyak 80 karakter.
service-wrong-target = Pilih paling sedikit satu menit, dan paling banyak 720 jam untuk balasan atau setahun untuk penyelesaian.
service-wrong-share = Pilih antara 1 dan 99 persen.
service-wrong-left = Pilih antara 1 dan 43.200 menit.
service-wrong-organisations = Tidak ada organisasi dengan salah satu nama ini.
service-wrong-people = Tidak ada pelanggan dengan salah satu alamat ini.
service-wrong-many = Sebutkan paling banyak 200 tiap jenis.
service-wrong-too-many = Terlalu banyak. Hapus yang tidak diperlukan lagi.
service-wrong-taken = Aturan lain memakai nama ini.
service-wrong-hours = Jam ini sudah tidak ada.
service-name = Nama
service-when = Untuk percakapan mana
service-when-why = Salah satu dari tiap jenis yang disebut harus cocok. Jenis yang tidak disebut tidak diperiksa.
service-departments = Bagian
service-tags = Label
service-tags-hint = Pisahkan dengan koma.
service-mailboxes = Kotak surat
service-languages = Bahasa
service-organisations = Organisasi
service-organisations-hint = Satu per baris, dengan nama.
service-people = Pelanggan
service-people-hint = Satu per baris, dengan alamat email.
service-targets = Paling lambat kapan
service-resolution-why = Kosongkan jika penyelesaian tidak dijanjikan. Penghitungnya berhenti selama menunggu pihak lain.
service-warn = Ingatkan sebelumnya
service-warn-share = Bila sebagian waktu sudah terpakai
service-warn-share-why = Dalam persen dari seluruh waktunya.
service-warn-left = Bila waktu tinggal sedikit
service-warn-left-why = Dihitung dalam jam yang sama.
service-warn-none = Tidak seorang pun
service-warn-none-why = Pemberitahuan biasa menjelang jatuh tempo tetap dikirim.
service-share = Persen terpakai
service-left = Menit tersisa
service-late = Bila terlewat
service-late-why = Para penanggung jawab diberi tahu. Selain itu:
service-late-tag = Pasang label ini
service-late-give = Berikan kepada
service-late-nobody = Tidak ada orang lain
service-preview = Apa artinya
service-look = Lihat
service-preview-why = Melihat yang terbuka sekarang. Tidak ada yang diubah.
service-change = Aturan layanan
service-count = Jam yang dihitung
service-would-fit = { $count } percakapan terbuka akan mengikutinya.
service-would-move = Tenggat { $count } percakapan bergeser.
service-more = Hanya { $count } yang dilihat; masih ada lagi.
service-conversation = Percakapan
service-due-now = Tenggat kini
service-due-then = Tenggat nanti
service-hours-used = Sebuah aturan masih menghitung jam ini.
service-hours-wrong-name = Beri nama yang belum dipakai.
service-hours-name-hint = Nama jam ini di tempat aturan memilihnya.
service-hours-remove = Hapus jam ini
event-clock-runs = Penghitung penyelesaian berjalan
event-clock-still = Penghitung penyelesaian berhenti
trail-title = Penghitung waktu
trail-policy = Mengikuti
trail-usual = Waktu balasan biasa
trail-not-running = Tidak berjalan
trail-missed = Terlewat
trail-when = Kapan
trail-what = Apa yang terjadi
trail-who = Siapa pemegangnya
trail-lasted = Berapa lama
trail-link = Jalannya penghitung waktu

## Turns: what is needed, why somebody got it, and how even it was

event-assigned-turn-least = Diberikan kepada { $name }, yang mendapat giliran: pekerjaan terbuka paling sedikit untuk jam kerjanya ({ $open } terbuka)
event-assigned-turn-round = Diberikan kepada { $name }, yang mendapat giliran: paling lama sejak giliran terakhir
event-assigned-turn-language =
    Diberikan kepada { $name }, yang mendapat giliran: tidak ada yang menulis bahasa { $language ->
        [nb] Norwegia
        [sv] Swedia
        [da] Denmark
        [id] Indonesia
       *[en] Inggris
    } di sini{ $weekday ->
        [mon] {""} sampai Senin ({ $day })
        [tue] {""} sampai Selasa ({ $day })
        [wed] {""} sampai Rabu ({ $day })
        [thu] {""} sampai Kamis ({ $day })
        [fri] {""} sampai Jumat ({ $day })
        [sat] {""} sampai Sabtu ({ $day })
        [sun] {""} sampai Minggu ({ $day })
       *[none] {""}
    }
event-assigned-turn-skill =
    Diberikan kepada { $name }, yang mendapat giliran: tidak ada yang memiliki keahlian “{ $skills }” di sini{ $weekday ->
        [mon] {""} sampai Senin ({ $day })
        [tue] {""} sampai Selasa ({ $day })
        [wed] {""} sampai Rabu ({ $day })
        [thu] {""} sampai Kamis ({ $day })
        [fri] {""} sampai Jumat ({ $day })
        [sat] {""} sampai Sabtu ({ $day })
        [sun] {""} sampai Minggu ({ $day })
       *[none] {""}
    }
event-assigned-back = Dikembalikan kepada { $name }, yang sudah kembali; sementara itu dipegang { $deputy }
event-turn-waits = Menunggu: tidak ada yang dapat mengambilnya, semua sedang pergi atau sudah penuh
event-turn-waits-language =
    Menunggu: tidak ada yang menulis bahasa { $language ->
        [nb] Norwegia
        [sv] Swedia
        [da] Denmark
        [id] Indonesia
       *[en] Inggris
    } di sini{ $weekday ->
        [mon] {""} sampai Senin ({ $day })
        [tue] {""} sampai Selasa ({ $day })
        [wed] {""} sampai Rabu ({ $day })
        [thu] {""} sampai Kamis ({ $day })
        [fri] {""} sampai Jumat ({ $day })
        [sat] {""} sampai Sabtu ({ $day })
        [sun] {""} sampai Minggu ({ $day })
       *[none] {""}
    }
event-turn-waits-skill =
    Menunggu: tidak ada yang memiliki keahlian “{ $skills }” di sini{ $weekday ->
        [mon] {""} sampai Senin ({ $day })
        [tue] {""} sampai Selasa ({ $day })
        [wed] {""} sampai Rabu ({ $day })
        [thu] {""} sampai Kamis ({ $day })
        [fri] {""} sampai Jumat ({ $day })
        [sat] {""} sampai Sabtu ({ $day })
        [sun] {""} sampai Minggu ({ $day })
       *[none] {""}
    }
refusal-no-such-turn-need = Pilih keahlian dan bagian, kotak surat, atau label yang ada.
turns-are-round = Berkeliling
turns-to-round = Berkeliling saja
turns-to-round-one = Berkeliling saja: { $name }
turns-to-least = Pekerjaan tersedikit saja
turns-to-least-one = Pekerjaan tersedikit saja: { $name }
turn-needs-title = Yang dibutuhkan
turn-needs-lead = Yang mendapat giliran memiliki apa yang dibutuhkan percakapan. Alasan seseorang mendapatkannya tertulis di riwayat.
turn-needs-language = Bahasa pelanggan
turn-needs-language-why = Percakapan jatuh kepada yang menulis bahasanya, bila bahasanya diketahui.
turn-needs-lacking = Bila tidak ada yang memiliki semuanya di sini
turn-needs-anyone = Yang berikutnya mendapatkannya
turn-needs-anyone-why = Yang menulis bahasanya lebih dulu, lalu yang memiliki keahlian. Tidak ada pelanggan yang menunggu karenanya.
turn-needs-language-first = Bahasa dulu
turn-needs-language-first-why = Yang menulis bahasanya mendapatkannya tanpa keahlian. Tanpa bahasanya, percakapan menunggu.
turn-needs-wait = Menunggu
turn-needs-wait-why = Tillit membagikannya segera setelah ada yang dapat mengambilnya.
turn-needs-skills = Yang membutuhkan keahlian
turn-needs-skills-lead = Percakapan membutuhkan setiap keahlian yang dibutuhkan bagiannya, kotak suratnya, atau salah satu labelnya.
turn-needs-none = Belum ada yang membutuhkan keahlian.
turn-needs-no-skills = Belum ada keahlian.
turn-needs-of-department = Bagian { $name }
turn-needs-of-mailbox = Kotak surat { $name }
turn-needs-of-tag = Label { $name }
turn-needs-tag-below = Sebuah label
turn-needs-what = Apa
turn-needs-tag = Label
turn-needs-tag-hint = Hanya bila Anda memilih label: namanya.
turn-needs-skill = Membutuhkan
turn-needs-add = Tambah
turn-needs-remove = Hapus
turn-needs-remove-one = Hapus: { $name } membutuhkan { $skill }
shares-see = Seberapa merata giliran dibagi
shares-title = Pembagian giliran
shares-lead = Seberapa merata giliran dibagi, dan mengapa seseorang dilewati. Menurut nama: ini bukan peringkat.
shares-own = Giliran yang Anda dapat, dan mengapa Anda dilewati.
shares-period = Kurun waktu
shares-none = Tidak ada giliran yang dibagikan pada hari-hari ini.
shares-of = Giliran: { $name }
shares-got = Giliran
shares-per-position = Untuk satu posisi penuh
shares-away = Pergi
shares-full = Penuh
shares-language = Bahasa
shares-skill = Keahlian
shares-not-compared = Tidak dibandingkan
shares-jain = Kemerataan { $index } (n = { $n })
shares-how = Cara menghitungnya
shares-how-jain = Kemerataan adalah indeks Jain dari giliran untuk satu posisi penuh: kuadrat jumlahnya, dibagi n kali jumlah kuadratnya. 1 berarti semua mendapat sama banyak, 1/n berarti satu orang mendapat semuanya.
shares-how-counts = n adalah berapa orang yang dibandingkan: yang mendapat giliran atau bisa mendapatkannya. Yang selalu dilewati tidak dibandingkan.
shares-how-passed = Pergi, penuh, bahasa, dan keahlian: pada berapa giliran seseorang dilewati karena itu.
shares-days =
    { $days ->
       *[other] { $days } hari
    }
shares-turns =
    { $count ->
       *[other] { $count } giliran
    }
event-assigned-back-alone = Dikembalikan kepada { $name }, yang sudah kembali
conversation-stands-in = Menggantikan { $name }

## The company's turns

refusal-no-such-week = Minggu ini tidak dapat diberikan begitu. Pilih minggu Anda sendiri yang akan datang, dan orang yang belum memilikinya dan ada; jam dari 1 sampai 40.
rota-title = Minggu layanan untuk semua
rota-lead = Semua orang, juga yang bekerja di bagian lain, menjawab pelanggan beberapa jam setiap dua minggu.
rota-none = Belum ada yang ikut.
rota-mine = Minggu Anda berikutnya
rota-mine-week = Mulai { $day }: { $hours } jam.
rota-guide = Mulailah dengan kasus yang mudah. Tanyakan dalam catatan bila ragu, dan tulis dalam catatan apa yang Anda pelajari.
rota-easy-see = Lihat yang berlabel { $tag }
rota-weeks = Minggu-minggu berikutnya
rota-week = Minggu mulai
rota-on-duty = Yang menjawab
rota-on-duty-hours = Anda menjawab pelanggan minggu ini: { $hours } jam
rota-swaps = Pertukaran
rota-away = { $name } sedang pergi
rota-swapped = { $gives } → { $takes }
rota-unswap = Tarik kembali
rota-unswap-one = Tarik kembali: minggu mulai { $day }, { $name }
rota-give-to = Berikan minggu mulai { $day } kepada
rota-give = Berikan
rota-give-one = Berikan minggu mulai { $day }
rota-set = Siapa yang ikut
rota-set-lead = Semua menjawab setiap dua minggu, dan jumlah orang tiap minggu kurang lebih sama. Yang pergi tiga hari kerja atau lebih dalam seminggu tidak ikut minggu itu.
rota-hours = Jam dalam minggunya
rota-easy = Label kasus mudah
rota-easy-hint = Yang bertugas diarahkan ke percakapan terbuka dengan label ini. Boleh kosong.
rota-members = Rekan
rota-members-hint = Yang baru ikut mendapat minggu yang lebih sedikit pesertanya; yang sudah ikut tetap pada minggunya.

refusal-outcome-needed = Bagian ini ingin tahu hasil setiap urusan. Sebutkan dulu, lalu tutup.
refusal-complaint-open = Ini keluhan: baru ditutup setelah pelanggan setuju, atau setelah dicoba dihubungi pada tiga hari berbeda.
refusal-not-asked = Itu tidak ditanyakan di sini, atau tidak lagi.
outcome-title = Hasil akhirnya
outcome-what = Apa hasilnya
outcome-who = Pelanggan itu
outcome-new = Baru
outcome-known = Sudah dikenal
outcome-righted = Kesalahan sudah dibetulkan
outcome-informed = Mereka mendapat informasi yang dicari
outcome-ordered = Mereka memesan
outcome-lost = Kita kehilangan mereka
outcome-other = Lainnya
outcome-choose = Pilih
outcome-unsaid = Tidak disebut
outcome-save = Simpan
outcome-take-away = Hapus
event-outcome-righted = Hasilnya: kesalahan sudah dibetulkan
event-outcome-informed = Hasilnya: mereka mendapat informasi yang dicari
event-outcome-ordered = Hasilnya: mereka memesan
event-outcome-lost = Hasilnya: kita kehilangan mereka
event-outcome-other = Hasilnya: lainnya
event-outcome-none = Hasilnya dihapus
complaint-is = Keluhan
complaint-ask = Mereka terdengar tidak senang. Apakah ini keluhan?
complaint-mark = Ini keluhan
complaint-is-none = Ini bukan keluhan
complaint-how = Bagaimana mereka menyatakan puas?
complaint-how-like = Setuju lewat telepon
complaint-content = Mereka setuju
complaint-said-yes = Pelanggan setuju
complaint-despite = Tetap tutup
complaint-despite-why = Mengapa ditutup tanpa persetujuan mereka?
complaint-tried = { $count ->
    [0] Belum ada yang mencoba menghubungi mereka sejak terakhir mereka bicara. Perlu { $most } hari.
   *[other] Dicoba pada { $count } dari { $most } hari sejak terakhir mereka bicara:
}
event-complaint-marked = Ditandai sebagai keluhan
event-complaint-cleared = Bukan keluhan lagi
event-complaint-content = Pelanggan menyatakan puas
event-complaint-content-customer = Pelanggan puas
event-complaint-overridden = Ditutup tanpa persetujuan pelanggan
event-opinion-exactly = Pelanggan berkata: persis yang saya mau
event-opinion-almost = Pelanggan berkata: hampir yang saya mau
event-opinion-no = Pelanggan berkata: bukan yang saya mau
opinion-exactly = Persis yang mereka mau
opinion-almost = Hampir yang mereka mau
opinion-no = Bukan yang mereka mau
settings-outcomes = Hasil akhirnya
outcomes-lead = Yang ditanyakan saat percakapan ditutup. Tidak ada yang ditanyakan kecuali diatur di sini.
outcomes-required = Tutup hanya bila hasilnya disebut
outcomes-required-why = Di sini tidak ada yang ditutup sebelum hasilnya disebut.
outcomes-ask = Tanya pelanggan lewat email
outcomes-ask-off = Tidak
outcomes-ask-off-why = Halaman permintaan mereka tetap bertanya.
outcomes-ask-on = Ya
outcomes-ask-on-why = Email yang menutup punya satu baris lagi: apakah itu persis yang mereka mau, dengan tautan ke halaman mereka.
held-outcome = Apa hasilnya
held-opinions = Kata mereka tentang itu

praise-title = Pujian
praise-lead = Kata pelanggan tentang Anda. Hanya Anda yang melihat halaman ini.
praise-none = Belum ada
praise-none-lead = Saat pelanggan berterima kasih dengan hangat, kata-katanya ada di sini pada hari yang sama.
praise-no = Ini bukan pujian
event-praised = Pujian dari pelanggan
views-test-complaint = Adalah keluhan

problems-title = Masalah
problems-lead = Penyebab yang membawa beberapa percakapan. Yang paling banyak ditunggu pelanggan ada di atas.
problems-which = Yang mana
problems-unsolved = Belum selesai
problems-solved = Selesai
problems-all = Semua
problems-search = Cari masalah
problems-none = Tidak ada masalah di sini.
problem-waiting = { $count ->
    [0] Tidak ada yang menunggu
   *[other] { $count } pelanggan menunggu
}
problem-customers = { $count ->
   *[other] { $count } pelanggan
}
problem-conversations = { $count ->
   *[other] { $count } percakapan
}
problem-unhappy = { $share } % tidak puas
problem-again = { $count ->
   *[other] muncul lagi { $count } kali
}
problem-open = Terbuka
problem-working = Sedang dikerjakan
problem-solved = Selesai
problem-title = Apa masalahnya?
problem-make = Masalah baru
problem-begin = Kami kerjakan
problem-leave = Belum ada yang mengerjakan
problem-reopen = Buka lagi
problem-known = Yang diketahui
problem-known-none = Belum ada yang ditulis.
problem-prevention = Yang mencegahnya muncul lagi
problem-preventer = Siapa yang melakukannya
problem-prevented = Ini sudah dilakukan
problem-owner = Siapa yang menanganinya
problem-everywhere = Semua bagian
problem-answers = Yang disampaikan kepada semua
problem-solve = Sudah selesai
problem-solve-lead = { $count ->
    [0] Sekarang tidak ada yang menunggu. Siapa pun yang ditautkan nanti bisa diberi tahu dengan kata-kata ini.
   *[other] { $count } pelanggan menunggu. Draf dengan kata-kata ini ditaruh di setiap percakapan, dalam bahasa masing-masing; rekan membaca dan mengirimnya.
}
problem-answers-save = Simpan kata-katanya
problem-solve-now = Selesai: tulis drafnya
problem-told-title = Siapa yang sudah tahu
problem-told-told = sudah diberi tahu
problem-told-drafted = draf menunggu dibaca
problem-told-not-yet = belum diberi tahu
problem-told-lead = Dihitung per percakapan. Tidak ada yang terkirim sebelum rekan membaca dan mengirimnya.
problem-draft = Tulis draf untuk yang menunggu
problem-conversations-none = Tidak ada percakapan yang Anda lihat tertaut dengannya.
problem-came-back = muncul lagi
problem-other-language = Dalam { $language }: tidak ada teks dalam bahasa mereka
problem-unlink = #{ $number } punya penyebab lain
problem-history = Yang terjadi dengannya
problem-remove = Hapus masalah ini
problem-same-cause = Penyebab sama dengan …
problem-not-this = Bukan karena: { $title }
problem-this = Penyebab sama
refusal-no-problem-title = Sebutkan masalahnya dengan beberapa kata.
refusal-no-such-problem = Masalah ini tidak ada.
refusal-too-many-problems = Percakapan ini sudah punya sepuluh masalah. Lepaskan satu dulu.
refusal-problem-needs-answer = Tulis apa yang disampaikan kepada semua yang menunggu, setidaknya dalam satu bahasa.
event-problem-made = Masalah dicatat: { $title }
event-problem-changed = Masalah diubah: { $title }
event-problem-begun = Sedang dikerjakan: { $title }
event-problem-solved = Selesai: { $title }
event-problem-reopened = Dibuka lagi: { $title }
event-problem-prevented = Pencegahannya sudah dilakukan: { $title }
event-problem-linked = #{ $number } punya penyebab sama: { $title }
event-problem-came-back = Muncul lagi setelah selesai, di #{ $number }: { $title }
event-problem-unlinked = #{ $number } punya penyebab lain: { $title }
event-problem-drafted = Jawaban lain ditulis sebagai draf: { $title }
event-problem-removed = Masalah dihapus: { $title }
event-same-cause = Penyebab sama: { $title }
event-same-cause-again = Penyebab sama, meski sudah selesai: { $title }
event-other-cause = Penyebab lain dari: { $title }
macros-variable-customer-wrote = yang terakhir ditulis pelanggan, singkatnya
views-test-problem = Masalah
views-problem-any = Masalah apa pun

like-title = Pernah dijawab?
like-articles = Artikel yang mungkin membantu
like-none = Belum ada yang serupa dijawab.
like-question = Yang ditanyakan di sana
like-use = Pakai jawaban ini
like-differs = Ada di sana dan tidak di kasus ini:
like-began = Ini berawal dari jawaban di #{ $number }. Lihat bedanya sebelum mengirim.
like-began-elsewhere = Ini berawal dari jawaban kasus lain. Lihat bedanya sebelum mengirim.
like-read = Ini menjawab yang ditanyakan pelanggan di sini:
like-name = Nama
like-number = Angka
like-date = Hari
like-amount = Jumlah uang
like-link = Tautan
refusal-like-unread = Ini berawal dari jawaban kasus lain. Nyatakan bahwa ini menjawab pertanyaan pelanggan di sini, lalu kirim.

## Rules

settings-rules = Aturan
event-rule-acted = Aturan “{ $by }” berjalan
event-rule-replied = Aturan “{ $by }” menulis kepada pelanggan
event-rule-told = Aturan “{ $by }” memberi tahu rekan
event-rule-stopped = Aturan “{ $by }” dan “{ $other }” saling memicu; keduanya dihentikan
receipt-line-rule = Sebuah aturan menulis otomatis ke { $to }
receipt-line-articles = Artikel yang menjawabnya dikirim otomatis ke { $to }

## Where macros are offered

macros-used-last = terakhir dipakai { $day }
macros-show-all = { $count ->
   *[other] Tampilkan semua: { $count } lagi
}
macros-sample-promise = kami mengirim suku cadang baru
macros-variable-promise-words = janji berikutnya dalam percakapan ini
macros-variable-promise-due = kapan janji itu harus ditepati
macros-when = Di mana makro ditawarkan
macros-when-hint = Yang dipilih di sini harus cocok, satu dari tiap jenis. Di tempat lain makro ada di balik “Tampilkan semua” dan tetap ditemukan lewat namanya.
macros-when-channel = Pelanggan terakhir menghubungi
macros-when-writing = Secara tertulis
macros-when-department = Percakapan milik
macros-when-tags = Percakapan memiliki salah satu label ini
macros-when-tags-hint = Pisahkan dengan koma.
macros-when-language = Bahasa pelanggan
macros-when-short = Ditawarkan: { $what }

## Outcomes of calls and macros

macros-does-outcome = Hasil: { $what }
macros-act-outcome-hint = Disimpan saat percakapan ditutup atau bila sudah ditutup.
contact-outcome-hint = Dicatat bila percakapan ditutup bersama ini.

## Closing although something is open

composer-send-close-anyway = Kirim dan tetap tutup
settings-articles = Artikel
articles-lead = Yang ditemukan pelanggan sendiri: ditulis di sini, dibaca di pusat bantuan.
sidebar-community = Komunitas
conversation-make-public = Jadikan pertanyaan untuk umum
settings-guides = Panduan
guides-lead = Pertanyaan dan langkah yang mengantar pelanggan ke jawaban, dan rekan melewati percakapan telepon.
guides-walk = Tempuh panduan
