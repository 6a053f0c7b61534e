// SPDX-License-Identifier: Apache-2.0
/// A polytope of shares divided into simplices, with their volumes and the centre of mass. Internal.
#pragma once

#include "concordat/impl/decide_polytope.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail::polytope {

/// A polytope as simplices that meet in faces only. Corner numbers stand simplex by simplex, `dimension + 1` of each.
struct division {
    std::size_t dimension = 0;
    std::vector<std::uint16_t> corners;
    std::vector<double> volume_up_to;  ///< of each simplex with those before it; the last is 1

    [[nodiscard]] std::span<const std::uint16_t> simplex(std::size_t at) const {
        return std::span(corners).subspan(at * (dimension + 1), dimension + 1);
    }
};

using face = std::vector<std::uint16_t>;

inline face whole_face(std::size_t corners) {
    face all(corners);
    std::iota(all.begin(), all.end(), std::uint16_t{0});
    return all;
}

/// The largest faces within a face, in order of the facet that cuts them out, each once. One lies in another when all
/// its corners are on the other's facet.
inline std::vector<face> facets_of(std::span<const corner> corners, const face& of) {
    facet_set some, every;
    every.set();
    for (const auto each : of) {
        some |= corners[each].on;
        every &= corners[each].on;
    }
    std::vector<std::size_t> tried;
    for (std::size_t f = 0; f < most_facets; ++f)
        if (some[f] && !every[f]) tried.push_back(f);
    std::vector<face> within(tried.size());
    std::vector<facet_set> shared(tried.size(), ~every);
    for (std::size_t t = 0; t < tried.size(); ++t)
        for (const auto each : of)
            if (corners[each].on[tried[t]]) {
                within[t].push_back(each);
                shared[t] &= corners[each].on;
            }
    std::vector<face> largest;
    for (std::size_t t = 0; t < tried.size(); ++t) {
        bool is_largest = true;
        for (std::size_t other = 0; other < tried.size(); ++other)
            if (other != t && shared[t][tried[other]] && (within[other].size() > within[t].size() || other < t))
                is_largest = false;
        if (is_largest) largest.push_back(within[t]);
    }
    return largest;
}

inline std::size_t dimension_of(std::span<const corner> corners) {
    std::size_t dimension = 0;
    for (face at = whole_face(corners.size()); at.size() > 1; ++dimension) at = facets_of(corners, at).front();
    return dimension;
}

/// Pulls the first corner of a face towards every facet that does not hold it, and so on within these.
class puller {
public:
    puller(std::span<const corner> corners, std::size_t most) : corners_(corners), most_(most) {}

    /// The corner numbers of all simplices, or nothing when there are too many.
    [[nodiscard]] std::optional<std::vector<std::uint16_t>> run(std::size_t dimension) {
        dimension_ = dimension;
        if (!pull(whole_face(corners_.size()))) return std::nullopt;
        return std::move(made_);
    }

private:
    bool pull(const face& at) {
        // A face with one corner more than it has dimensions is a simplex as it stands.
        if (at.size() == dimension_ - apexes_.size() + 1) {
            made_.insert(made_.end(), apexes_.begin(), apexes_.end());
            made_.insert(made_.end(), at.begin(), at.end());
            return made_.size() <= most_ * (dimension_ + 1);
        }
        apexes_.push_back(at.front());
        for (const auto& facet : facets_of(corners_, at))
            if (facet.front() != at.front() && !pull(facet)) return false;
        apexes_.pop_back();
        return true;
    }

    std::span<const corner> corners_;
    std::size_t most_;
    std::size_t dimension_ = 0;
    std::vector<std::uint16_t> apexes_;
    std::vector<std::uint16_t> made_;
};

/// Coordinates in which the polytope is flat nowhere: `dimension` children chosen by elimination with complete
/// pivoting, each measured by its pivot so that no product of many of them leaves the range of a number.
struct chart {
    std::vector<std::size_t> children;
    std::vector<double> unit;
};

inline chart chart_of(std::span<const corner> corners, std::size_t dimension) {
    std::vector<std::vector<double>> rows;
    for (const auto& each : corners) {
        rows.push_back(each.at);
        for (std::size_t j = 0; j < each.at.size(); ++j) rows.back()[j] -= corners.front().at[j];
    }
    chart made;
    for (std::size_t step = 0; step < dimension; ++step) {
        std::size_t row = 0, column = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t j = 0; j < rows[i].size(); ++j)
                if (std::fabs(rows[i][j]) > std::fabs(rows[row][column])) row = i, column = j;
        const auto pivot = rows[row];
        if (pivot[column] == 0) break;
        made.children.push_back(column);
        made.unit.push_back(std::fabs(pivot[column]));
        for (auto& each : rows) {
            const double times = each[column] / pivot[column];
            for (std::size_t j = 0; j < each.size(); ++j) each[j] -= times * pivot[j];
            each[column] = 0;
        }
    }
    return made;
}

/// The size of a determinant, by elimination with partial pivoting.
inline double determinant_size(std::vector<std::vector<double>> rows) {
    double product = 1;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        std::size_t best = k;
        for (std::size_t i = k + 1; i < rows.size(); ++i)
            if (std::fabs(rows[i][k]) > std::fabs(rows[best][k])) best = i;
        std::swap(rows[k], rows[best]);
        if (rows[k][k] == 0) return 0;
        product *= std::fabs(rows[k][k]);
        for (std::size_t i = k + 1; i < rows.size(); ++i) {
            const double times = rows[i][k] / rows[k][k];
            for (std::size_t j = k; j < rows.size(); ++j) rows[i][j] -= times * rows[k][j];
        }
    }
    return product;
}

inline double volume_of(std::span<const corner> corners, std::span<const std::uint16_t> simplex, const chart& seen) {
    std::vector<std::vector<double>> edges;
    for (const auto each : simplex.subspan(1)) {
        auto& edge = edges.emplace_back();
        for (std::size_t j = 0; j < seen.children.size(); ++j)
            edge.push_back((corners[each].at[seen.children[j]] - corners[simplex.front()].at[seen.children[j]]) /
                           seen.unit[j]);
    }
    return determinant_size(std::move(edges));
}

/// The polytope in at most `most` simplices; nothing when it takes more, or when rounding leaves it without a volume.
inline std::optional<division> divide(std::span<const corner> corners, std::size_t most) {
    division made;
    made.dimension = dimension_of(corners);
    auto simplices = puller(corners, most).run(made.dimension);
    if (!simplices) return std::nullopt;
    made.corners = std::move(*simplices);
    const chart seen = chart_of(corners, made.dimension);
    if (seen.children.size() < made.dimension) return std::nullopt;
    double total = 0;
    for (std::size_t at = 0; at < made.corners.size() / (made.dimension + 1); ++at) {
        total += volume_of(corners, made.simplex(at), seen);
        made.volume_up_to.push_back(total);
    }
    if (!(total > 0)) return std::nullopt;
    for (double& volume : made.volume_up_to) volume /= total;
    return made;
}

/// The centre of mass: of each simplex the mean of its corners, by volume.
inline std::vector<double> centre_of(std::span<const corner> corners, const division& of) {
    std::vector<double> centre(corners.front().at.size(), 0);
    double before = 0;
    for (std::size_t at = 0; at < of.volume_up_to.size(); ++at) {
        const double part = (of.volume_up_to[at] - before) / static_cast<double>(of.dimension + 1);
        for (const auto each : of.simplex(at))
            for (std::size_t j = 0; j < centre.size(); ++j) centre[j] += part * corners[each].at[j];
        before = of.volume_up_to[at];
    }
    return centre;
}

}  // namespace concordat::detail::polytope
