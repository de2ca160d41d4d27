import { expect } from 'chai';
import { cellCentres, fromDomain, gridNodes, nodeCoordinate, toDomain } from './places.js';

describe('nodeCoordinate', () => {
  it('puts the first and the last node exactly on the border, for every count that a tag takes', () => {
    for (let count = 2; count <= 300; count++) {
      expect([nodeCoordinate(0, count), nodeCoordinate(count - 1, count)], `${count}`).to.deep.equal([-1, 1]);
    }
    expect(nodeCoordinate(1, 5)).to.equal(-0.5);
  });
});

describe('gridNodes', () => {
  it('lists nodes row by row from the bottom left', () => {
    expect([...gridNodes(2)]).to.deep.equal([-1, -1, 1, -1, -1, 1, 1, 1]);
    expect([...gridNodes(3).subarray(2, 8)]).to.deep.equal([0, -1, 1, -1, -1, 0]);
  });
});

describe('cellCentres', () => {
  it('lists centres row by row from the top left', () => {
    expect([...cellCentres(1)]).to.deep.equal([0, 0]);
    expect([...cellCentres(2)]).to.deep.equal([-0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5, -0.5]);
  });
});

describe('toDomain and fromDomain', () => {
  it('map the borders to each other, and points between them linearly', () => {
    expect(toDomain(0.5, [0, 4])).to.equal(3);
    expect(fromDomain(3, [0, 4])).to.equal(0.5);
    for (const domain of [[-1, 1], [0, 3], [-7.5, 0.1], [99, 100]]) {
      expect(toDomain(-1, domain)).to.equal(domain[0]);
      expect(toDomain(1, domain)).to.be.closeTo(domain[1], 1e-12);
      for (const u of [-1, -0.6, 0, 0.25, 1]) expect(fromDomain(toDomain(u, domain), domain)).to.be.closeTo(u, 1e-12);
    }
  });
});
