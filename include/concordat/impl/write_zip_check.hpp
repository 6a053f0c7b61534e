// SPDX-License-Identifier: Apache-2.0
/// Whether the XML files in a ZIP archive are whole. libxlsxwriter 1.1.4 does not notice when its temporary files are
/// cut short by a full disk, and packs what there is; so what it made is read once before anybody gets it. Internal.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concordat::detail::workbook {

/// Little-endian numbers of the ZIP format (APPNOTE 6.3.4).
inline std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    if (at > bytes.size() || bytes.size() - at < width) return 0;
    std::size_t number = 0;
    for (std::size_t i = width; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

/// What a raw deflate stream holds; nothing when it is broken or not of that size.
inline std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    std::string out(size, '\0');
    std::string source(packed);  // zlib's interface takes no constant bytes
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = inflate(&stream, Z_FINISH);
    static_cast<void>(inflateEnd(&stream));
    if (ended != Z_STREAM_END || stream.avail_out != 0) return std::nullopt;
    return out;
}

/// Whether a document ends with the end of its root element, whose start tag follows the declaration.
inline bool is_whole_xml(std::string_view text) {
    auto at = text.find("?>");
    at = text.find('<', at == std::string_view::npos ? 0 : at);
    if (at == std::string_view::npos) return false;
    const auto end = text.find_first_of(" />\n", at + 1);
    if (end == std::string_view::npos) return false;
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const std::string closing = "</" + std::string(text.substr(at + 1, end - at - 1)) + ">";
    return text.ends_with(closing) || (text.ends_with("/>") && text.rfind('<') == at);
}

/// Whether the archive has a central directory and every file in it is a whole XML document.
inline bool holds_whole_xml(std::string_view archive) {
    constexpr std::size_t end_size = 22, entry_size = 46, header_size = 30;
    if (archive.size() < end_size) return false;
    const std::size_t end = archive.size() - end_size;  // libxlsxwriter writes no comment behind it
    if (archive.substr(end, 4) != "PK\5\6") return false;
    const std::size_t count = number_at(archive, end + 10, 2);
    std::size_t at = number_at(archive, end + 16, 4);
    for (std::size_t i = 0; i < count; ++i) {
        if (at > end || archive.substr(at, 4) != "PK\1\2") return false;
        const std::size_t packed = number_at(archive, at + 20, 4), size = number_at(archive, at + 24, 4);
        const std::size_t local = number_at(archive, at + 42, 4);
        const std::size_t start =
            local + header_size + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
        if (start > end || packed > end - start) return false;
        const auto text = inflated(archive.substr(start, packed), size);
        if (!text || !is_whole_xml(*text)) return false;
        at += entry_size + number_at(archive, at + 28, 2) + number_at(archive, at + 30, 2) +
              number_at(archive, at + 32, 2);
    }
    return count > 0;
}

}  // namespace concordat::detail::workbook
