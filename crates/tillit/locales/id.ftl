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

# The whole business as a packed file: a page of the settings, and the line above every page once it is there.

takeout-lead = Semua yang disimpan usaha Anda di sini dalam satu berkas: untuk program lain, untuk analisis sendiri, dan untuk kembali lagi.
takeout-news-done = Semuanya sudah dikemas dan bisa diambil.
takeout-news-failed = Pengemasan gagal.
takeout-news-gone = Yang sudah dikemas kini dihapus: seorang pelanggan dihapus, atau ada kata yang dihapus.
takeout-news-open = Lihat
takeout-pack = Kemas semuanya
takeout-pack-lead = Anda bisa tetap bekerja sementara itu. Halaman ini boleh ditutup: Anda diberi tahu bila selesai.
takeout-in = Termasuk: pelanggan, percakapan, surel seperti aslinya, berkas, pengaturan, dan seluruh riwayat, sebagai JSON biasa di dalam ZIP.
takeout-out = Tidak termasuk: kata sandi, faktor kedua, kunci, sesi, dan tautan masuk. Rekan memilih kata sandi baru bila semuanya kembali.
takeout-kept = Berkas disimpan 48 jam. Jika sementara itu seorang pelanggan dihapus atau ada kata yang dihapus, berkas langsung dihapus.
takeout-proved = Anda membuktikan diri sebelum pengemasan dimulai. Siapa pun yang masuk sebagai pemilik bisa mengunduh yang sudah dikemas.
takeout-begin = Kemas semuanya
takeout-running = Sedang mengemas
takeout-waiting = Sebentar lagi dimulai.
takeout-progress = { $done } dari { $total } tabel sudah ditulis, beserta berkasnya.
takeout-again = Tillit dimulai ulang sementara itu, jadi pengemasan diulang dari awal: percobaan { $tries }.
takeout-leave = Anda tidak perlu tetap di halaman ini.
takeout-stop = Hentikan pengemasan
takeout-earlier = Yang sudah dikemas
takeout-none = Belum ada yang dikemas.
takeout-done = Utuh
takeout-elsewhere = Tidak ada di server ini
takeout-elsewhere-why = Berkas tidak ada di tempatnya. Jika server Anda tidak berbagi folder berkas, hanya server yang menulisnya yang memilikinya. Jika berbagi, hapus lalu kemas lagi.
takeout-failed = Gagal
takeout-removed = Dihapus
takeout-holds = { $rows } baris, { $files } berkas, { $size }
takeout-gone-hand = Seseorang menghapus atau menghentikannya.
takeout-gone-time = Waktu 48 jamnya habis.
takeout-gone-erased = Seorang pelanggan dihapus, atau ada kata yang dihapus. Berkas ini mungkin memuatnya. Kemas lagi jika masih perlu.
takeout-no-room = Pengemasan mungkin perlu { $needed }, sedangkan ruang kosong di disk server { $free }. Kosongkan ruang di sana, atau minta pengelola server menulisnya ke disk lain dengan “tillit export”.
takeout-interrupted = Tillit dimulai ulang berkali-kali saat mengemas. Coba lagi, atau minta pengelola server memakai “tillit export”.
takeout-fault = Ada yang salah di server. Coba lagi; pengelola server dapat membaca yang berikut.
takeout-damaged = { $count } berkas tersimpan sudah hilang atau rusak, dan tidak termasuk.
takeout-more = Sidik berkas, dan yang tidak disertakan
takeout-left-out = Tidak disertakan
takeout-damaged-files = Hilang atau rusak
takeout-fetch = Unduh
takeout-fetch-of = Unduh yang dikemas { $when }
takeout-remove = Hapus
takeout-remove-of = Hapus yang dikemas { $when }
takeout-until = Disimpan sampai { $until }

# The settings as one file: taken along, brought, looked at, taken in.

setfile-lead = Semua yang diatur di sini dalam satu berkas yang bisa dibaca orang: untuk disimpan, dan untuk menyiapkan Tillit lain dengan cara yang sama.
setfile-out = Bawa
setfile-out-lead = Pengaturan yang sama menghasilkan berkas yang sama, jadi dua berkas bisa dibandingkan.
setfile-in-it = Termasuk: usaha, perilaku percakapan, waktu balas, jam buka, tanda terima, halaman pelanggan, kata siapa tentang pengirim yang dipercaya, siapa yang wajib punya faktor kedua, nama status, bagian, giliran, kolom, formulir kontak, dan makro.
setfile-not-in-it = Tidak termasuk: kata sandi, kunci, kotak surat dan server, rekan dan tempat kerjanya, label, tampilan, percakapan berulang, logo, berkas makro, cadangan, lama tetap masuk, dan lama percakapan terhapus disimpan.
setfile-fetch = Unduh
setfile-in = Masukkan berkas
setfile-in-lead = Anda lebih dulu melihat apa yang akan berubah. Yang tidak disebut di berkas tetap seperti adanya.
setfile-file = Berkas (JSON)
setfile-look = Lihat dulu
setfile-empty = Pilih berkas yang ada isinya.
setfile-no-json = Ini bukan JSON: { $why }
setfile-earlier = Yang sudah dimasukkan
setfile-changes = { $count } hal berubah
setfile-would = Berkas ini akan mengubah { $count } hal.
setfile-nothing-yet = Belum ada yang diubah.
setfile-all-same = Tidak ada yang akan berubah: semuanya sudah diatur begitu.
setfile-remove = Lepaskan yang tidak disebut di daftarnya
setfile-remove-hint = Bagian ditutup, kolom dipensiunkan, nama status, formulir kontak, dan makro dihapus. Lihat lagi untuk tahu yang mana.
setfile-leave = Tinggalkan
setfile-look-again = Lihat lagi
setfile-take = Masukkan
setfile-wrong = { $count } tempat di berkas perlu dilihat lagi
setfile-changed = Yang berbeda
setfile-part = Halaman
setfile-name = Apa
setfile-what = Menjadi
setfile-from = Sebelum
setfile-to = Sesudah
setfile-same = { $count } hal tetap sama
setfile-added = Baru
setfile-is-changed = Berubah
setfile-removed = Dihapus
setfile-is-same = Sama
setfile-taken = Dimasukkan { $when }.
setfile-back = Pengaturan sebelumnya disimpan sebagai berkas. Masukkan berkas itu untuk kembali.
setfile-before = Unduh pengaturan sebelumnya
